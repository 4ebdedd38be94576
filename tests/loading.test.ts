import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { createBundleLoader, type Outcome } from '../src/bundle/load.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { loadFiles } from '../src/loading/load-files.ts';
import type { FileOutcome } from '../src/loading/store-batch.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { sql } from '../src/store/sql.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { contentOf } from './support/content.ts';
import { servePlainly } from './support/served-plainly.ts';
import { load } from './support/server.ts';

const migrations = readMigrations(inPackage('migrations/sqlite'));
const loader = createBundleLoader(factTypes);
const complete = (bundle: unknown) => loader.read(bundle).bundle as Bundle;
const prepare = (bundle: unknown) => loader.prepare(complete(bundle));

test('after articles are put, replaced and removed in any order, everything is as the bundles that are left say', async () => {
  const operation = record({
    remove: constantFrom(true, false, false, false),
    articles: array(integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
    form: integer({ min: 0, max: 3 }),
    goes: integer({ min: 1, max: 5 }),
  });
  await assert(
    asyncProperty(array(operation, { minLength: 2, maxLength: 12 }), async (operations) => {
      const store = openStore(':memory:', migrations);
      const left = new Map<string, Bundle>();
      for (const { remove, articles, form, goes } of operations) {
        const bundles = articles.map((index) => variant(index, form));
        if (remove) {
          for (const { article } of bundles) {
            const removed = await store.write((queries) => loader.remove(queries, article.id));
            expect(removed).toBe(left.delete(article.id));
          }
          continue;
        }
        await loadIn(goes, store, bundles);
        for (const bundle of bundles) left.set(bundle.article.id, bundle);
      }
      await expectExactly(store, [...left.values()]);
      await store.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** In one transaction, and in so many goes of it. */
function loadIn(
  goes: number,
  store: Store,
  bundles: readonly Bundle[],
): Promise<(Outcome | 'put off')[]> {
  return store.write(async (queries) => {
    const loading = loader.begin();
    const outcomes: (Outcome | 'put off')[] = [];
    const size = Math.ceil(bundles.length / goes);
    for (let done = 0; done < bundles.length; done += size) {
      const prepared = bundles.slice(done, done + size).map(prepare);
      outcomes.push(...(await loading.load(queries, prepared)));
    }
    await loading.finish(queries);
    return outcomes;
  });
}

test.each([1, 2, 5])(
  'articles that come together in %i goes are refused as if they came one after the other',
  async (goes) => {
    const store = openStore(':memory:', migrations);
    onTestFinished(() => store.close());
    const other = bundleOf('b', ({ actors, quotes }) => {
      Object.assign(actors[0] ?? {}, { wikidata: 'Q2' });
      Object.assign(quotes[0] ?? {}, { id: 'a-we-will-build-it' });
      // Not in the order of the text.
      quotes.reverse();
    });
    const withoutItem = bundleOf('a', ({ actors, quotes }) => {
      Object.assign(actors[0] ?? {}, { wikidata: null });
      quotes.splice(0, 1);
    });
    const together = [bundleOf('a'), other, withoutItem, other, bundleOf('a')];
    expect(await loadIn(goes, store, together)).toEqual([
      'new',
      [
        { pointer: '/actors/0/wikidata', detail: 'is Q2, but the article a has Q1 for ada-stein' },
        { pointer: '/quotes/1/id', detail: 'is taken by a fact of the article a' },
      ],
      'changed',
      'new',
      [
        { pointer: '/actors/0/wikidata', detail: 'is Q1, but the article b has Q2 for ada-stein' },
        { pointer: '/quotes/0/id', detail: 'is taken by a fact of the article b' },
      ],
    ]);
    await expectExactly(store, [withoutItem, other]);
  },
);

test('files are loaded in bulk or batch by batch; faulty ones are named and left out', async () => {
  const folder = temporaryFolder();
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const bundles = Array.from({ length: 1010 }, (_, index) => bundleOf(`a${index}`));
  const files = bundles.map((bundle, index) => write(`${index}.json`, JSON.stringify(bundle)));
  files.splice(5, 0, write('no-json', '{'), write('no-bundle', '{}'), join(folder, 'absent'));

  const store = openStore(':memory:', migrations);
  onTestFinished(() => store.close());
  const indexes = () => dump(store, 'sqlite_schema', 'name');
  const before = await indexes();
  const faulty: FileOutcome[] = [];
  const report = (outcomes: readonly FileOutcome[]) =>
    faulty.push(...outcomes.filter(({ outcome }) => outcome !== 'new'));
  await loadFiles(store, files, report);
  expect(faulty.map(({ file, outcome }) => [file, outcome])).toEqual([
    [join(folder, 'no-json'), [{ pointer: '', detail: expect.stringContaining('is not JSON') }]],
    [join(folder, 'no-bundle'), [{ pointer: '', detail: expect.stringContaining('“article”') }]],
    [join(folder, 'absent'), [{ pointer: '', detail: "can't be read: no such file or directory" }]],
  ]);
  expect(await indexes()).toEqual(before);

  const more = bundleOf('b');
  await loadFiles(store, [write('more.json', JSON.stringify(more))], report);
  expect(faulty).toHaveLength(3);
  await expectExactly(store, [...bundles, more]);
});

test('what repeats an id among many files, or of what is there, is stored or refused as if it came behind them', async () => {
  const folder = temporaryFolder();
  const again = bundleOf('a7', ({ quotes }) => quotes.splice(0, 1));
  const thief = bundleOf('thief', ({ quotes }) => {
    Object.assign(quotes[0] ?? {}, { id: 'a9-we-will-build-it' });
  });
  const bundles = Array.from({ length: 1005 }, (_, index) => bundleOf(`a${index}`));
  const files = [...bundles.slice(0, 300), again, bundles[5], thief, ...bundles.slice(300)].map(
    (bundle, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(bundle));
      return file;
    },
  );
  const store = openStore(join(folder, 'facts.db'), migrations);
  onTestFinished(() => store.close());
  await load(store, [bundleOf('a3'), bundleOf('other')]);
  const outcomes: FileOutcome[] = [];
  await loadFiles(store, files, (some) => outcomes.push(...some));
  expect(outcomes).toHaveLength(files.length);
  expect(outcomes.filter(({ outcome }) => outcome !== 'new')).toEqual([
    { file: files[3], outcome: 'unchanged', notices: [] },
    { file: files[300], outcome: 'changed', notices: [] },
    { file: files[301], outcome: 'unchanged', notices: [] },
    {
      file: files[302],
      outcome: [{ pointer: '/quotes/0/id', detail: 'is taken by a fact of the article a9' }],
      notices: [],
    },
  ]);
  const others = bundles.filter(({ article }) => article.id !== 'a7');
  await expectExactly(store, [...others, again, bundleOf('other')]);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What is stored is what a fresh database has that was given these bundles at once, and what a plain loop makes of them. */
async function expectExactly(store: Store, bundles: Bundle[]): Promise<void> {
  const fresh = openStore(':memory:', migrations);
  await load(fresh, bundles);
  expect(await contentOf(store)).toEqual(await contentOf(fresh));
  await fresh.close();
  const whole = bundles.map(complete);
  for (const factType of factTypes.filter(({ sharing }) => sharing !== undefined)) {
    const served = await dump(store, factType.name, 'id, document, terms');
    expect(served).toEqual(servePlainly(whole, factType));
  }
}

/** The rows of a table, by the columns in their order. */
async function dump({ read }: Store, table: string, columns: string): Promise<unknown[][]> {
  const query = sql.raw(`select ${columns} from ${table} order by ${columns}`);
  const rows = await read((reading) => reading.rows<Record<string, unknown>>(query));
  return rows.map((row) => Object.values(row));
}

/** A synthetic article in one of four forms: as it is, or with less, or with other things said of its actors. */
function variant(index: number, form: number): Bundle {
  const { bundle } = syntheticArticle(3, index);
  if (form === 0) return bundle;
  if (form === 1) return { ...bundle, quotes: [], statistics: [] };
  const actors = (bundle.actors as object[]).map((actor, number) => ({
    ...actor,
    ...(form === 2 && { wikidata: null, description: null }),
    aliases: [`Alias ${number % 2}`, `Alias ${form}`],
  }));
  return { ...bundle, actors };
}
