import { inPackage } from '../../src/package.ts';
import { readMigrations } from '../../src/store/migrations.ts';
import { unpack } from '../../src/store/packed.ts';
import { selectBundle } from '../../src/store/read/article.ts';
import { openStore } from '../../src/store/sqlite/open.ts';
import { openCorpus } from './corpora.ts';
import { findUnlikeAnnotations } from './lost-words.ts';
import { createTally } from './tally.ts';
import { toBundle, type WrittenBundle } from './to-bundle.ts';

// Says how many articles of a corpus a database gives back as they are annotated.

const usage = 'node bench/corpora/compare.ts CORPUS FOLDER DATABASE';
const { read, target: path } = openCorpus(usage, process.argv.slice(2));
const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
let [alike, all, lessened] = [0, 0, 0];
for (const article of read(createTally())) {
  all++;
  const stored = await store.read((queries) => selectBundle(queries, article.id));
  const bundle: WrittenBundle | null = stored?.bundle ? JSON.parse(unpack(stored.bundle)) : null;
  const { articleText: _text, ...written } = toBundle(article);
  if (bundle === null) console.error(`${article.id}: is not there`);
  else if (findUnlikeAnnotations(article, bundle.quotes).length > 0 || !has(bundle, written))
    console.error(`${article.id}: is not as annotated`);
  else {
    alike++;
    if (article.leftOut > 0) lessened++;
  }
}
await store.close();
console.log(
  `${alike} of ${all} are given back as annotated; ${lessened} of them have an annotation besides that no quote can be made of`,
);
if (alike < all) process.exitCode = 1;

/** Whether a stored value has everything that was written; it has more, what was left out. */
function has(stored: unknown, written: unknown): boolean {
  if (typeof written !== 'object' || written === null) return stored === written;
  if (typeof stored !== 'object' || stored === null) return false;
  if (Array.isArray(written) && (stored as unknown[]).length !== written.length) return false;
  const fields = stored as Record<string, unknown>;
  return Object.entries(written).every(([name, value]) => has(fields[name], value));
}
