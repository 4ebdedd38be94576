import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBundleLoader } from '../src/bundle/load.ts';
import { loadFiles } from '../src/load-files.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';
import { checkCounts, countFiles } from './expected.ts';
import { syntheticArticle } from './synthetic.ts';

const [folder, path] = process.argv.slice(2);
if (folder === undefined || path === undefined) {
  console.error('usage: node bench/load.ts FOLDER DATABASE (made anew, if it exists)');
  process.exit(2);
}
for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
const files = readdirSync(folder).map((name) => join(folder, name));
const store = openStore(path, readMigrations(inPackage('migrations')));

const begin = performance.now();
await loadFiles(store, files.sort(), (outcomes) => {
  for (const { file, outcome } of outcomes)
    if (outcome !== 'new') throw new Error(`${file}: ${JSON.stringify(outcome)}`);
});
const seconds = (performance.now() - begin) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;

const expected = countFiles(files);
await store.read((queries) => checkCounts(queries, expected));
console.log(
  `${expected.facts} facts of ${files.length} files in ${seconds.toFixed(1)} s: ${Math.round(expected.facts / seconds)} facts/s, all counts right; peak RSS ${Math.round(peak)} MiB`,
);

// Of another seed, so that they are new; each a transaction, as a PUT is.
const loader = createBundleLoader(factTypes);
const others = Array.from({ length: 101 }, (_, index) => syntheticArticle(99, index).bundle);
const timeAll = async (work: (bundle: (typeof others)[number]) => Promise<unknown>) => {
  const times: number[] = [];
  for (const bundle of others) {
    const start = performance.now();
    await work(bundle);
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  return `median ${times[50]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms`;
};
const put = (bundle: unknown) => store.write((queries) => loader.load(queries, bundle));
console.log(`putting one more: ${await timeAll(put)}`);
const change = (bundle: (typeof others)[number]) =>
  put({ ...bundle, article: { ...bundle.article, description: null } });
console.log(`replacing it: ${await timeAll(change)}`);
const remove = (bundle: (typeof others)[number]) =>
  store.write((queries) => loader.remove(queries, bundle.article.id));
console.log(`removing it: ${await timeAll(remove)}`);
await store.read((queries) => checkCounts(queries, expected));
await store.close();
