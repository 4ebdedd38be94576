import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadFiles } from '../src/loading/load-files.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';
import { checkCounts, countFiles } from './expected.ts';

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
await store.close();
