import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, integer, property, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { countDays, dayAt, formatDay } from '../src/model/day.ts';
import { intervalAt, intervals } from '../src/model/interval.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer, withServer } from './support/server.ts';

interface Timeline {
  type: string;
  interval: string;
  data: { period: string; earliest: string; latest: string; count: number }[];
  undated: number;
  complete: boolean;
}

const bundles = Array.from({ length: 40 }, (_, index) => syntheticArticle(7, index).bundle);
const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
let usual: TestServer;
let narrow: TestServer;
beforeAll(async () => {
  const bounds = { few: 3, tried: 5, fewFacts: 10, ranked: 2 };
  usual = await startServer(bundles);
  narrow = await startServer(bundles, { path: join(folder, 'facts.db'), bounds });
});
afterAll(async () => {
  for (const server of [usual, narrow]) await stopServer(server);
  rmSync(folder, { recursive: true });
});

/** A server with an article whose only event has that date, and others with these. */
async function withEvents(...dates: (string | null)[]): Promise<TestServer> {
  return withServer(
    dates.map((edtf, index) =>
      bundleOf(`a${index}`, ({ events, quotes, statistics }) => {
        events.splice(1);
        Object.assign(events[0] ?? {}, { date: edtf === null ? null : { edtf, basis: 'stated' } });
        Object.assign(quotes[1] ?? {}, { event: null });
        Object.assign(statistics[0] ?? {}, { event: null });
      }),
    ),
  );
}

async function timelineOf({ get }: TestServer, query: string) {
  const { data, undated, complete } = await get<Timeline>(`/v1/timeline?${query}`);
  return { counts: data.map(({ period, count }) => `${period} ${count}`), undated, complete };
}

test('a timeline tells in how many months, years or days something may lie, and what has no date', async () => {
  const server = await withEvents('2024-05-16', '2024-05', '2024-06-02', null);
  const complete = { undated: 1, complete: true };
  expect(await timelineOf(server, '')).toEqual({ counts: ['2024-05 2', '2024-06 1'], ...complete });
  expect(await timelineOf(server, 'interval=year')).toEqual({ counts: ['2024 3'], ...complete });
  expect(await timelineOf(server, 'q=meetings+-bridge')).toEqual({
    counts: ['2024-05 2', '2024-06 1'],
    ...complete,
  });
  const days = await timelineOf(server, 'interval=day');
  expect(days.counts).toHaveLength(32);
  expect(days.counts[15]).toBe('2024-05-16 2');
  expect(await server.get<Timeline>('/v1/timeline?interval=year')).toEqual({
    type: 'event',
    interval: 'year',
    data: [{ period: '2024', earliest: '2024-01-01', latest: '2024-12-31', count: 3 }],
    ...complete,
    hint: null,
  });
});

test.each([
  ['an interval without facts is left out', ['2021', '2024'], '', ['2021 1', '2024 1']],
  ['a period counts in each year that it meets', ['2021/2023'], '', ['2021 1', '2022 1', '2023 1']],
  [
    'years before 1 and beyond 9999 are written as days are',
    ['-0043', 'Y17000'],
    '',
    ['-000043 1', '+017000 1'],
  ],
  [
    'an open end reaches as far as other days',
    ['2021/..', '2023'],
    '',
    ['2021 1', '2022 1', '2023 2'],
  ],
  ['an open beginning as well', ['../2021', '2020'], '', ['2020 2', '2021 1']],
  [
    'what is open reaches as far as it is asked for',
    ['2021/..'],
    'to=2022-06-01',
    ['2021 1', '2022 1'],
  ],
  ['and from there on', ['../2021'], 'from=2020-06-01', ['2020 1', '2021 1']],
  ['what is open and alone has its own day', ['2021/..'], '', ['2021 1']],
  ['and the day that is asked for', ['2021/..'], 'from=2030-01-01', ['2030 1']],
  [
    'what lies outside isn’t told',
    ['2020', '2021', '2022'],
    'from=2021-03-01&to=2021-03-31',
    ['2021 1'],
  ],
  ['nothing is nothing', [null], '', []],
])('%s', async (_, dates, query, counts) => {
  const server = await withEvents(...dates);
  expect((await timelineOf(server, `interval=year&${query}`)).counts).toEqual(counts);
});

test('the first and the last interval are as long as it is asked for', async () => {
  const { get } = await withEvents('2024');
  const { data } = await get<Timeline>('/v1/timeline?from=2024-02-10&to=2024-03-05');
  expect(data).toEqual([
    { period: '2024-02', earliest: '2024-02-10', latest: '2024-02-29', count: 1 },
    { period: '2024-03', earliest: '2024-03-01', latest: '2024-03-05', count: 1 },
  ]);
});

test('more than 2,000 intervals are cut off, and it goes on from the day after', async () => {
  const server = await withEvents('19XX', '2024-05-16');
  const { data, complete } = await server.get<Timeline>('/v1/timeline?interval=day');
  expect([data.length, complete]).toEqual([2000, false]);
  expect([data[0]?.period, data.at(-1)?.period]).toEqual(['1900-01-01', '1905-06-23']);
  const rest = await server.get<Timeline>('/v1/timeline?interval=day&from=1999-12-31');
  expect(rest.data.map(({ period }) => period)).toEqual(['1999-12-31', '2024-05-16']);
  expect(rest.complete).toBe(true);
});

test('the count of an interval is the total of its list from its first day to its last', async () => {
  const filters = {
    event: ['', 'kind=meeting,statement', 'not=status:occurred', 'q=ka*', 'from=2009-05-02'],
    quote: ['', 'kind=direct', 'not=kind:direct', 'to=2015-03-04'],
    statistic: ['', 'min=50', 'not=comparator:eq', 'from=2009-05-02&to=2015-03-04'],
  };
  const asked = constantFrom(...Object.keys(filters)).chain((type) =>
    record({
      type: constantFrom(type as keyof typeof filters),
      filter: constantFrom(...filters[type as keyof typeof filters]),
      interval: constantFrom('month', 'year'),
      pick: integer({ min: 0, max: 1000 }),
    }),
  );
  await assert(
    asyncProperty(asked, async ({ type, filter, interval, pick }) => {
      const query = `type=${type}&interval=${interval}&${filter}`;
      const timeline = await usual.get<Timeline>(`/v1/timeline?${query}`);
      expect(await narrow.get<Timeline>(`/v1/timeline?${query}`), query).toEqual(timeline);
      const { data, undated } = timeline;
      const list = type === 'statistic' ? 'statistics' : `${type}s`;
      const total = async (parameters: string) =>
        (await usual.get(`/v1/${list}?limit=1&count=exact&${parameters}`)).page.total;
      const { earliest, latest, count } = data[pick % data.length] ?? {};
      const kept = filter.replaceAll(/&?\b(?:from|to)=[^&]*/g, '');
      expect(await total(`${kept}&from=${earliest}&to=${latest}`), query).toBe(count);
      if (kept !== filter) expect(undated).toBe(0);
      else expect(await total(`${filter}&not=from:-999999-01-01`), query).toBe(undated);
    }),
    { numRuns: 40 },
  );
});

test('filters are those of the list of the type, and others are told as what they are', async () => {
  const { ask, get } = usual;
  expect(await get<Timeline>('/v1/timeline?type=quote&kind[]=direct&kind[]=mixed')).toEqual(
    await get<Timeline>('/v1/timeline?type=quote&kind=mixed,direct'),
  );
  for (const [query, name, detail] of [
    ['speaker=a', 'speaker', 'is a filter of quotes, not of events; these have article, kind'],
    ['type=quote&min=5', 'min', 'is a filter of statistics, not of quotes; these have'],
    ['type=statistic&kind[]=direct', 'kind', 'is a filter of quotes and events, not of statistics'],
    ['type=quote&kind=meeting', 'kind', 'must be one of direct, indirect, mixed; not "meeting"'],
    ['type=quote&not=place:a', 'not', 'names "place", which is not a filter here'],
    ['type=actor', 'type', 'must be one of quote, event, statistic; not "actor"'],
    ['interval=week', 'interval', 'must be one of day, month, year; not "week"'],
    ['limit=5', 'limit', 'is not a parameter here'],
    ['from=2024-05-02&to=2024-05-01', 'to', 'must not be earlier than from'],
  ] as const) {
    const { statusCode, ...refused } = await ask(`/v1/timeline?${query}`);
    expect(statusCode, query).toBe(400);
    const errors = [{ in: 'query', name, detail: expect.stringContaining(detail) }];
    expect(refused.json(), query).toMatchObject({ type: '/problems/invalid-parameter', errors });
  }
});

test('every day is in the interval that it is named after', () => {
  assert(
    property(integer({ min: -4e6, max: 4e6 }), constantFrom(...intervals), (day, interval) => {
      const { year, month } = dayAt(day);
      expect(countDays(dayAt(day))).toBe(day);
      const [first, last] = intervalAt(interval, day);
      expect(first <= day && day <= last).toBe(true);
      for (const outside of [first - 1, last + 1])
        expect(intervalAt(interval, outside)).not.toEqual([first, last]);
      if (year >= 0 && year <= 9999)
        expect(formatDay(dayAt(day))).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(month).toBeGreaterThan(0);
    }),
  );
});
