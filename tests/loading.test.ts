import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { createBundleLoader, type Outcome } from '../src/bundle/load.ts';
import type { Bundle, Entry } from '../src/bundle/schema.ts';
import { type FileOutcome, loadFiles } from '../src/load-files.ts';
import { inPackage } from '../src/package.ts';
import { toActorCounts } from '../src/resource/components.ts';
import { termsOfFact } from '../src/resource/searchable.ts';
import { factTypes } from '../src/resources.ts';
import type { ArticleToStore } from '../src/store/article.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { bundleOf } from './support/article.ts';
import { load } from './support/server.ts';

const migrations = readMigrations(inPackage('migrations'));
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
function loadIn(goes: number, store: Store, bundles: readonly Bundle[]): Promise<Outcome[]> {
  return store.write(async (queries) => {
    const loading = loader.begin();
    const outcomes: Outcome[] = [];
    const size = Math.ceil(bundles.length / goes);
    for (let done = 0; done < bundles.length; done += size) {
      const prepared = bundles.slice(done, done + size).map(prepare);
      outcomes.push(...(await loading.load(queries, prepared)));
    }
    await loading.settle(queries);
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

/** What is served, and what is counted; not by which number or digest it is known. */
const kept: [table: string, columns: string][] = [
  ['articles', "id, json_remove(document, '$.modified', '$.revision')"],
  ...factTypes.map(({ name }): [string, string] => [name, 'id, document, terms']),
  ['mentions', 'document'],
  [
    `links join (${factTypes.map(({ name }) => `select number, id from ${name}`).join(' union all ')}) on number = fact`,
    'id, relation, target, role, fact_type, target_type',
  ],
  ['tallies', 'type, id, counted, count'],
  ['phrases', 'type, id, counted, count'],
];

/** What is stored is what a fresh database has that was given these bundles at once, and what a plain loop makes of them. */
async function expectExactly(store: Store, bundles: Bundle[]): Promise<void> {
  const fresh = openStore(':memory:', migrations);
  await load(fresh, bundles);
  for (const [table, columns] of [
    ...kept,
    [
      '(select type, records.id, form, articles.id as article from records join articles on articles.number = article)',
      'type, id, form, article',
    ],
    ['forms', 'type, id, form, record, first, needed'],
  ] as const)
    expect(await dump(store, table, columns), table).toEqual(await dump(fresh, table, columns));
  await fresh.close();
  await expectShared(store, bundles);
  const numbers = factTypes.map(({ name }) => `select number from ${name}`).join(' union all ');
  const facts = await dump(store, `(${numbers})`, 'number');
  expect(await dump(store, 'search_terms', 'rowid')).toEqual(facts);
  expect(await dump(store, 'state', 'facts')).toEqual([[facts.length]]);
}

/** Actors and places as a plain loop over the bundles makes them. */
async function expectShared(store: Store, bundles: Bundle[]): Promise<void> {
  const sorted = bundles.toSorted((left, right) => (left.article.id < right.article.id ? -1 : 1));
  const articles = sorted.map((bundle) => ({
    links: linksOf(prepare(bundle)),
    records: prepare(bundle).records,
    entries: (type: string) => entriesOf(complete(bundle), type),
  }));
  for (const factType of factTypes) {
    const { name, sharing } = factType;
    if (sharing === undefined) continue;
    const records = Map.groupBy(
      articles.flatMap((article) => article.records.filter(({ table }) => table === name)),
      ({ id }) => id,
    );
    const documents = [...records].map(([id, all]) => {
      const counts: Record<string, number> = { article: all.length };
      for (const { links } of articles) {
        const facts = links.filter(
          ({ targetType, target }) => targetType === name && target === id,
        );
        for (const [link] of Map.groupBy(facts, ({ place }) => place).values())
          if (link) counts[link.factType] = (counts[link.factType] ?? 0) + 1;
      }
      const phrases = articles.flatMap(({ entries }) =>
        entries(name).flatMap((it) => (it.id === id ? it.mentions.map(({ exact }) => exact) : [])),
      );
      counts.mention = phrases.length;
      const records = all.map(({ document }) => JSON.parse(document));
      const merged = sharing.toShared(mergePlainly(records), toActorCounts(factTypes, counts));
      const terms = termsOfFact(factType, merged, [...new Set(phrases)].sort());
      return [id, JSON.stringify(merged), terms];
    });
    const stored = await dump(store, name, 'id, document, terms');
    expect(stored).toEqual(documents.sort(([left = ''], [right = '']) => (left < right ? -1 : 1)));
  }
}

function entriesOf(bundle: Bundle, type: string): Entry[] {
  return (bundle[type] ?? []) as Entry[];
}

/** The references of an article's own facts. */
function linksOf({ links }: ArticleToStore) {
  const rows: [number, string, string, string, string, string][] = JSON.parse(links);
  return rows.map(([place, relation, target, role, factType, targetType]) => ({
    place,
    relation,
    target,
    role,
    factType,
    targetType,
  }));
}

type Json = Record<string, unknown>;

/** Of single values the first that is not null, of lists and texts by language each once: the shortest way to say so. */
function mergePlainly(records: Json[]): Json {
  const isReference = (item: unknown) => Object.hasOwn(item as object, 'kind');
  const keyOf = (item: unknown) =>
    isReference(item) ? (item as { id: string }).id : JSON.stringify(item);
  const mergeValues = (values: unknown[]) => {
    const given = values.filter((it) => it !== null);
    if (given.every((it) => typeof it === 'object' && !Array.isArray(it) && !isReference(it)))
      return given.length === 0 ? null : Object.assign({}, ...given, ...given.toReversed());
    const lists = values.filter((it) => Array.isArray(it));
    if (lists.length === 0) return values.find((it) => it !== null) ?? null;
    const items = lists.flat();
    return items.filter(
      (item, index) => items.findIndex((it) => keyOf(it) === keyOf(item)) === index,
    );
  };
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return Object.fromEntries(
    [...keys].map((key) => [key, mergeValues(records.map((record) => record[key] ?? null))]),
  );
}

/** The rows of a table, by the columns in their order. */
async function dump({ read }: Store, table: string, columns: string): Promise<unknown[][]> {
  const query = sql.raw<Record<string, unknown>>(
    `select ${columns} from ${table} order by ${columns}`,
  );
  const { rows } = await read((queries) => query.execute(queries));
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
