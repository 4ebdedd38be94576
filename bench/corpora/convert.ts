import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnlikeAnnotations } from './lost-words.ts';
import { readPolnear } from './polnear.ts';
import { readRedewiedergabe } from './redewiedergabe.ts';
import { createTally } from './tally.ts';
import { toBundle } from './to-bundle.ts';

const corpora = { polnear: readPolnear, redewiedergabe: readRedewiedergabe };

const [corpus, folder, out] = process.argv.slice(2);
const read = Object.entries(corpora).find(([name]) => name === corpus)?.[1];
if (read === undefined || folder === undefined || out === undefined) {
  const names = Object.keys(corpora).join('|');
  console.error(`usage: node bench/corpora/convert.ts ${names} FOLDER OUT`);
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const tally = createTally();
for (const article of read(folder, tally)) {
  const bundle = toBundle(article);
  const unlike = findUnlikeAnnotations(article, bundle);
  for (const id of unlike) console.error(`${article.id}: ${id} is not as annotated`);
  tally.count('articles with an attribution that is not as annotated', Math.sign(unlike.length));
  for (const { kind } of bundle.quotes) tally.count(`quotes, ${kind}`);
  tally.count('actors', bundle.actors.length);
  writeFileSync(join(out, `${article.id}.json`), JSON.stringify(bundle, null, 1));
  writeFileSync(join(out, `${article.id}.txt`), article.text.text);
}
for (const line of tally.lines()) console.log(line);
