import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { termsOf } from '../src/text/words.ts';
import { hasWord, type NaiveFact, naiveFacts, naiveOrder } from './support/naive.ts';
import { load, startServer, stopServer, type TestServer, withServer } from './support/server.ts';

const bundles = Array.from({ length: 40 }, (_, index) => syntheticArticle(7, index).bundle);

/** As it is, and where so little is done at once that every way to the rows is taken, and most beside the loop. */
const servers = ['usual', 'with narrow bounds'] as const;
const started = new Map<string, TestServer>();
const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
beforeAll(async () => {
  const path = join(folder, 'facts.db');
  const bounds = { few: 3, tried: 5, fewFacts: 10, ranked: 2 };
  started.set('usual', await startServer(bundles));
  started.set('with narrow bounds', await startServer(bundles, { path, bounds }));
});
afterAll(async () => {
  for (const server of started.values()) await stopServer(server);
  rmSync(folder, { recursive: true });
});

function serverThatIs(which: string): TestServer {
  const server = started.get(which);
  if (server === undefined) throw new Error(`no server is ${which}`);
  return server;
}

/** A query, and what it asks of a fact. */
interface Asked {
  parameters: [string, string][];
  matches(fact: NaiveFact): boolean;
}

/** A random query whose values come from the facts themselves, so that many find something. */
function queries(facts: readonly NaiveFact[]): Arbitrary<Asked> {
  const [first] = facts;
  if (first === undefined) throw new Error('no facts');
  return record({
    names: constantFrom(...Object.keys(first.values)).chain((name) =>
      constantFrom([name], [name], ['article'], [name, 'kind'], []),
    ),
    from: constantFrom(...facts),
    other: constantFrom(...facts),
    range: boolean(),
    words: constantFrom(0, 0, 1, 2),
    prefix: boolean(),
    pick: integer({ min: 0, max: 1000 }),
    // The first filter, each, or the days.
    left: constantFrom('none', 'none', 'first', 'each', 'days'),
  }).map(({ names, from, other, range, words, prefix, pick, left }) => {
    const parameters: [string, string][] = [];
    const tests: ((fact: NaiveFact) => boolean)[] = [];
    for (const name of new Set(names)) {
      const values = [from, other].flatMap((fact) => fact.values[name]?.slice(0, 1) ?? []);
      const wanted = [...new Set(values.filter((it) => it !== null && it !== undefined))];
      if (wanted.length === 0) continue;
      const has = (fact: NaiveFact) =>
        fact.values[name]?.some((it) => wanted.includes(it ?? '')) === true;
      if (left === 'each' || (left === 'first' && name === names[0])) {
        for (const value of wanted) parameters.push(['not', `${name}:${value}`]);
        tests.push((fact) => !has(fact));
      } else {
        parameters.push([name, wanted.join(',')]);
        tests.push(has);
      }
    }
    if (left === 'days' && other.days !== null) {
      const [, day] = other.days;
      parameters.push(['not', `from:${day}`]);
      tests.push((fact) => fact.days === null || fact.days[1] < day);
    }
    if (range && from.days !== null) {
      const [day] = from.days;
      parameters.push(['from', day]);
      tests.push((fact) => fact.days !== null && fact.days[1] >= day);
      const last = other.days?.[1] ?? '';
      if (last >= day) {
        parameters.push(['to', last]);
        tests.push((fact) => fact.days !== null && fact.days[0] <= last);
      }
    }
    if (range && from.figures !== null && Number.isFinite(from.figures[0])) {
      const [low] = from.figures;
      parameters.push(['min', String(low)]);
      tests.push((fact) => fact.figures !== null && fact.figures[1] >= low);
    }
    // How numbers are read is another test's.
    const terms = from.texts.flatMap((text) => termsOf(text)).filter((it) => /^[a-z]+$/.test(it));
    const chosen = Array.from(
      { length: words },
      (_, index) => terms[(pick + index * 7) % terms.length],
    );
    const looked = chosen.map((term = '') => (prefix ? term.slice(0, 2) : term));
    if (looked.length > 0) {
      // Between quotation marks a word is meant as it stands, not its other forms.
      parameters.push(['q', looked.map((it) => (prefix ? `${it}*` : `"${it}"`)).join(' ')]);
      tests.push((fact) => looked.every((word) => hasWord(fact, word, prefix)));
    }
    return { parameters, matches: (fact) => tests.every((holds) => holds(fact)) };
  });
}

test.each(
  servers.flatMap((which) =>
    ['quotes', 'actors', 'places', 'events', 'statistics'].map((type) => [type, which] as const),
  ),
)(
  'the list of %s is what a plain loop over the bundles finds, in order, page by page (%s)',
  async (type, which) => {
    const server = serverThatIs(which);
    const facts = naiveFacts(bundles, type);
    const sorts = Object.keys(facts[0]?.order ?? {}).filter((it) =>
      sortKeys(server, type).includes(it),
    );
    await assert(
      asyncProperty(
        queries(facts),
        constantFrom(...sorts),
        boolean(),
        integer({ min: 1, max: 100 }),
        async (asked, sort, descending, limit) => {
          const expected = facts
            .filter((fact) => asked.matches(fact))
            .sort(naiveOrder(sort, descending))
            .map((fact) => fact.id);
          const found = await walk(server, type, [
            ...asked.parameters,
            ['sort', sort],
            ['order', descending ? 'desc' : 'asc'],
            ['limit', String(expected.length > 200 ? 100 : limit)],
            ['count', 'exact'],
          ]);
          expect(found.ids, JSON.stringify(asked.parameters)).toEqual(expected);
          expect(found.total).toBe(expected.length);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each(servers)('exclusions and alternatives are those of sets (%s)', async (which) => {
  const server = serverThatIs(which);
  const terms = naiveFacts(bundles, 'quotes').flatMap(({ texts }) =>
    texts.flatMap((text) => termsOf(text)),
  );
  const word = record({ term: constantFrom(...terms), prefix: boolean() }).map(
    ({ term, prefix }) => (prefix ? `${term.slice(0, 2)}*` : term),
  );
  await assert(
    asyncProperty(word, word, async (one, other) => {
      const find = async (q: string) => {
        const { ids, total } = await walk(server, 'quotes', [
          ['q', q],
          ['limit', '100'],
          ['count', 'exact'],
        ]);
        expect(total, q).toBe(ids.length);
        const query = new URLSearchParams({ q, type: 'quote', count: 'exact' });
        expect((await server.get(`/v1/search?${query}`)).page.total, q).toBe(total);
        return new Set(ids);
      };
      const all = new Set((await walk(server, 'quotes', [['limit', '100']])).ids);
      const [ones, others] = [await find(one), await find(other)];
      expect(await find(`${one} -${other}`)).toEqual(ones.difference(others));
      expect(new Set(await find(`${one} OR ${other}`))).toEqual(
        all.intersection(ones.union(others)),
      );
      expect(await find(`-${other}`)).toEqual(all.difference(others));
    }),
    { numRuns: 25 },
  );
});

test('a search, and connections, are the same beside the loop', async () => {
  const [usual, narrow] = servers.map(serverThatIs);
  const terms = naiveFacts(bundles, 'quotes').flatMap(({ texts }) =>
    texts.flatMap((text) => termsOf(text)),
  );
  const actors = naiveFacts(bundles, 'actors').map(({ id }) => id);
  const words = record({
    chosen: array(constantFrom(...terms), { minLength: 1, maxLength: 3 }),
    quoted: boolean(),
    prefix: boolean(),
    between: constantFrom(' ', ' OR ', ' -'),
  }).map(({ chosen, quoted, prefix, between }) => {
    const text = chosen.map((term) => (prefix ? `${term.slice(0, 3)}*` : term)).join(between);
    return quoted ? `"${text}"` : text;
  });
  const urls = oneof(
    words.map(
      (q) => `/v1/search?q=${encodeURIComponent(q)}&limit=5&count=exact&facets=type,article`,
    ),
    constantFrom(...actors).map((id) => `/v1/actors/${id}/connections?limit=3&count=exact`),
  );
  await assert(
    asyncProperty(urls, async (url) => {
      const [one, other] = [await usual?.get(url), await narrow?.get(url)];
      expect(other && withoutCursor(other), url).toEqual(one && withoutCursor(one));
    }),
    { numRuns: 100 },
  );
});

/** Each server gives cursors of its own. */
function withoutCursor<Body extends { page: { next: string | null } }>({ page, ...rest }: Body) {
  return { ...rest, page: { ...page, next: page.next !== null } };
}

function sortKeys({ document }: TestServer, type: string): string[] {
  const parameter = document.paths[`/v1/${type}`]?.get?.parameters?.find(
    (it) => it.name === 'sort',
  );
  const reference = JSON.stringify(parameter).match(/schemas\/(\w+)/)?.[1] ?? '';
  return (document.components.schemas[reference] as { enum: string[] }).enum;
}

/** All pages of a list; between them, `meanwhile` happens. */
async function walk(
  { get }: TestServer,
  type: string,
  parameters: readonly [name: string, value: string][],
  meanwhile: () => Promise<unknown> = async () => {},
) {
  const ids: string[] = [];
  let total: number | null = null;
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams([...parameters]);
    if (cursor !== null) query.set('cursor', cursor);
    const { data, page } = await get(`/v1/${type}?${query}`);
    ids.push(...data.map((item) => item.id));
    ({ next: cursor, total } = page);
    await meanwhile();
  } while (cursor !== null);
  return { ids, total };
}

test('a walk meets what was there all along exactly once, in order, while other articles are put', async () => {
  const changing = await withServer(bundles.slice(0, 10));
  for (const sort of ['position', 'date', 'id']) {
    const { data } = await changing.get(`/v1/events?limit=100&sort=${sort}`);
    let next = 10;
    const parameters: [string, string][] = [
      ['sort', sort],
      ['limit', '20'],
    ];
    const { ids } = await walk(changing, 'events', parameters, async () => {
      const bundle = bundles[next++ % bundles.length];
      await load(changing.store, [bundle]);
    });
    const before = data.map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.includes(id))).toEqual(before);
  }
});
