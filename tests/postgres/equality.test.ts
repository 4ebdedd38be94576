import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticArticle } from '../../bench/synthetic.ts';
import { createBundleReader } from '../../src/bundle/check.ts';
import type { Bundle } from '../../src/bundle/schema.ts';
import { factTypes } from '../../src/resources.ts';
import { anyBundle } from '../support/any-bundle.ts';
import { freshLocation } from '../support/location.ts';
import { examplesOf, type Parameter } from '../support/openapi.ts';
import {
  type ListBody,
  load,
  startServer,
  stopServer,
  type TestServer,
} from '../support/server.ts';

let sqlite: TestServer;
let postgres: TestServer;

/** Articles with texts of many scripts, and some that share actors and places. */
function bundles(): Bundle[] {
  const odd = fc.sample(anyBundle, { numRuns: 12, seed: 1 });
  const { read } = createBundleReader(factTypes);
  const renamed = odd.flatMap(({ bundle, text }, index) => {
    const json = JSON.stringify({ ...bundle, article: { ...bundle.article, id: `odd-${index}` } });
    // Ids of facts are those of one article.
    const own = json.replaceAll(
      /"(quote|event|statistic|actor|place)-(\d+)"/g,
      `"$1-$2-of-${index}"`,
    );
    return read(JSON.parse(own), text).bundle ?? [];
  });
  return [
    ...renamed,
    ...Array.from({ length: 15 }, (_, index) => syntheticArticle(1, index).bundle),
  ];
}

beforeAll(async () => {
  sqlite = await startServer('seed', { path: ':memory:' });
  postgres = await startServer('seed', { path: await freshLocation() });
  for (const { store } of [sqlite, postgres]) await load(store, bundles());
});
afterAll(async () => {
  await stopServer(sqlite);
  await stopServer(postgres);
});

test('what is asked of either engine is answered to the byte by both', async () => {
  const values = await knownValues();
  const operations = Object.entries(sqlite.document.paths).flatMap(([path, { get }]) =>
    get === undefined || /sqlite$|xlsx$|changes\.atom$/.test(path)
      ? []
      : [{ path, parameters: get.parameters ?? [] }],
  );
  const request = fc.constantFrom(...operations).chain(({ path, parameters }) => {
    const inPath = parameters.filter((it) => it.in === 'path');
    const inQuery = parameters.filter((it) => it.in === 'query' && it.name !== 'cursor');
    return fc
      .record({
        ids: fc.tuple(...inPath.map((it) => anyValueOf(it))),
        asked: fc.subarray(inQuery, { maxLength: Math.min(4, inQuery.length) }).chain((chosen) => {
          const all = [...inQuery.filter((it) => it.required && !chosen.includes(it)), ...chosen];
          return fc.tuple(...all.map((it) => anyValueOf(it).map((value) => [it.name, value])));
        }),
      })
      .map(({ ids, asked }) => {
        const filled = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(ids.shift() ?? ''));
        return `${filled}?${new URLSearchParams(asked as string[][])}`;
      });
  });
  let [asked, answered] = [0, 0];
  await fc.assert(
    fc.asyncProperty(request, async (url) => {
      const answer = await answerOf(sqlite, url);
      asked++;
      if (answer.statusCode === 200) answered++;
      expect(await answerOf(postgres, url), url).toEqual(answer);
    }),
    {
      numRuns: Number(process.env.EQUALITY_RUNS ?? 1500),
      seed: Number(process.env.SEED_OF_RUNS ?? 1),
    },
  );

  // Most of what is made up here has to be something that can be asked.
  expect(answered).toBeGreaterThan(asked / 2);

  function anyValueOf(parameter: Parameter): fc.Arbitrary<string> {
    const { name, schema } = parameter;
    const known = values.get(name) ?? values.get(name.replace(/s$/, '')) ?? [];
    const limits = name === 'limit' ? ['1', '3', '100'] : [];
    const words =
      name === 'q' ? (values.get('text') ?? []).flatMap((it) => it.split(/\s+/)).slice(0, 300) : [];
    const given = [...examplesOf(parameter), ...((schema as { enum?: string[] }).enum ?? [])].map(
      String,
    );
    const all = [...new Set([...given, ...known.slice(0, 60), ...limits, ...words])].filter(
      (it) => it !== '',
    );
    return fc.constantFrom(...(all.length === 0 ? ['x'] : all));
  }
}, 180_000);

test('a walk from page to page meets the same items in the same order', async () => {
  for (const url of [
    '/v1/quotes?limit=3',
    '/v1/events?limit=4&sort=date&order=desc',
    '/v1/actors?limit=5&sort=name',
    '/v1/articles?limit=2&sort=published&order=desc',
    '/v1/statistics?limit=3&sort=value',
    '/v1/mentions?limit=50&factType=actor',
    '/v1/search?q=the&limit=5',
  ]) {
    const [one, other] = await Promise.all([walk(sqlite, url), walk(postgres, url)]);
    expect(one.length, url).toBeGreaterThan(0);
    expect(other, url).toEqual(one);
  }
});

/** By the name of the field that has them, values of stored items. */
async function knownValues(): Promise<Map<string, string[]>> {
  const values = new Map<string, Set<string>>();
  const visit = (node: unknown, name: string): void => {
    if (Array.isArray(node)) for (const child of node) visit(child, name);
    else if (typeof node === 'object' && node !== null)
      for (const [key, child] of Object.entries(node)) visit(child, key);
    else if (node !== null && String(node).length < 80)
      values.getOrInsertComputed(name, () => new Set()).add(String(node));
  };
  for (const type of [
    'articles',
    'quotes',
    'actors',
    'places',
    'events',
    'statistics',
    'mentions',
  ]) {
    const { data } = await sqlite.get(`/v1/${type}?limit=100`);
    visit(data, type);
    for (const { id } of data) {
      const singular = type === 'statistics' ? 'statistic' : type.slice(0, -1);
      if (id) for (const name of ['id', singular]) visit(id, name);
    }
  }
  return new Map(Array.from(values, ([name, its]) => [name, [...its]]));
}

/** Without what tells one database, or one moment, from another. */
async function answerOf({ app }: TestServer, url: string) {
  const { statusCode, body } = await app.inject(url);
  const text = body
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '(time)')
    .replaceAll(/"next":"[^"]*"/g, '"next":"(cursor)"')
    .replaceAll(/"resume":"[^"]*"/g, '"resume":"(cursor)"')
    .replaceAll(/urn:uuid:[0-9a-f-]+/g, '(request)');
  return { statusCode, text };
}

async function walk(server: TestServer, first: string): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { data, page }: ListBody = await server.get(
      cursor === '' ? first : `${first}&cursor=${encodeURIComponent(cursor)}`,
    );
    items.push(...data.map(({ modified, ...item }: Record<string, unknown>) => item));
    cursor = page.next;
  }
  return items;
}
