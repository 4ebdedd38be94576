import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { syntheticArticle } from './synthetic.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    texts: { type: 'boolean', default: false },
  },
});
const [count, folder] = [Number(positionals[0]), positionals[1]];
const [seed, from] = [Number(values.seed), Number(values.from)];
if (![count, seed, from].every(Number.isSafeInteger) || folder === undefined) {
  console.error('usage: node bench/generate.ts COUNT FOLDER [--seed N] [--from INDEX] [--texts]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (let index = from; index < from + count; index++) {
  const { bundle, text } = syntheticArticle(seed, index);
  const name = join(folder, String(index).padStart(6, '0'));
  writeFileSync(`${name}.json`, JSON.stringify(bundle));
  if (values.texts) writeFileSync(`${name}.txt`, text);
}
