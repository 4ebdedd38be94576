import { createBundleLoader } from '../src/bundle/load.ts';
import { inPackage } from '../src/package.ts';
import { factTypes, resources } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';
import { syntheticArticle } from './synthetic.ts';

const [path, count = '201'] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: node bench/put.ts DATABASE [COUNT]');
  process.exit(2);
}
const store = openStore(path, readMigrations(inPackage('migrations')));
const loader = createBundleLoader(factTypes);
// Of another seed than those that are stored, so that they are new; each a transaction, as a PUT is.
const bundles = Array.from(
  { length: Number(count) },
  (_, index) => syntheticArticle(99, index).bundle,
);
type Bundle = (typeof bundles)[number];

const before = await countAll();
await timeAll('putting one more', (bundle) =>
  store.write((queries) => loader.load(queries, bundle)),
);
await timeAll('replacing it', ({ article, ...facts }) =>
  store.write((queries) =>
    loader.load(queries, { ...facts, article: { ...article, description: null } }),
  ),
);
await timeAll('removing it', ({ article }) =>
  store.write((queries) => loader.remove(queries, article.id)),
);
const after = await countAll();
if (after !== before) throw new Error(`there were ${before}, now there are ${after}`);
await store.close();

/** How many rows each list has. */
async function countAll(): Promise<string> {
  return JSON.stringify(await store.ask('counts', { tables: resources.map(({ name }) => name) }));
}

async function timeAll(what: string, work: (bundle: Bundle) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (const bundle of bundles) {
    const start = performance.now();
    await work(bundle);
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, slowest ${at(1)} ms`);
}
