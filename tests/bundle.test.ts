import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { factTypes } from '../src/resources.ts';
import { bundleOf, text } from './support/article.ts';
import { load, withServer } from './support/server.ts';

const reader = createBundleReader(factTypes);
const check = (value: unknown, text?: string) => reader.read(value, text).faults;

test('a right bundle has no faults, with its text neither', () => {
  expect(check(bundleOf('a'))).toEqual([]);
  expect(check(bundleOf('a'), text)).toEqual([]);
});

test('a bundle need not have facts of every type', () => {
  const { article } = bundleOf('a');
  expect(check({ article })).toEqual([]);
  expect(check({})).toEqual([{ pointer: '', detail: 'must have the field “article”' }]);
});

test('every fault is reported at once, each with its pointer', () => {
  const bundle = bundleOf('a', ({ quotes, actors, events, places }) => {
    Object.assign(quotes[0] ?? {}, { speakers: ['nobody'], date: { edtf: '2024-13' } });
    Object.assign(actors[1] ?? {}, { kind: 'robot', wikidata: 'X1', nickname: 'x' });
    Object.assign(events[0] ?? {}, { title: { 'not a tag': 'x' }, place: 5 });
    Object.assign(places[0] ?? {}, { id: 'Not A Slug', latitude: 91 });
  });
  const pointers = check(bundle).map((fault) => fault.pointer);
  expect(new Set(pointers)).toEqual(
    new Set([
      '/quotes/0/speakers/0',
      '/quotes/0/date/edtf',
      '/actors/1/kind',
      '/actors/1/wikidata',
      '/actors/1/nickname',
      '/events/0/title',
      '/events/0/place',
      '/places/0/id',
      '/places/0/latitude',
      '/places/1/within',
    ]),
  );
});

test('of very many faults a hundred are named, and it is told how many there are', () => {
  const many = (count: number) => ({
    ...bundleOf('a'),
    // Each lacks an id and five other fields, and has one that nothing knows.
    places: Array.from({ length: count }, () => ({ kind: 'city', name: { en: 'Town' }, towns: 1 })),
  });
  const some = check(many(5000));
  const perPlace = check(many(1)).length - check(many(0)).length;
  expect(some).toHaveLength(101);
  expect(new Set(some.slice(0, 100).map(({ pointer }) => pointer.split('/')[1]))).toEqual(
    new Set(['places']),
  );
  const unnamed = 5000 * perPlace + check(many(0)).length - 100;
  expect(some.at(-1)).toEqual({ pointer: '', detail: `has ${unnamed} more faults`, unnamed });

  const endless = check(many(200_000)).at(-1);
  expect(endless?.detail).toBe('has more than 200000 more faults');
});

test('what is wrong with a hundred thousand mentions is told too', () => {
  const far = { start: 0, end: 2 ** 31, exact: 'met' };
  const bundle = bundleOf('a', ({ events }) => {
    Object.assign(events[0] ?? {}, { mentions: Array.from({ length: 150_000 }, () => far) });
  });
  expect(check(bundle).slice(0, 1)).toEqual([
    {
      pointer: '/events/0/mentions/0/end',
      detail: 'must be a whole number from −2147483648 to 2147483647; not 2147483648',
    },
  ]);
  far.end = 2 ** 31 - 1;
  const faults = check(bundle);
  expect(faults.map(({ detail }) => detail).slice(0, 2)).toEqual([
    'exact has 3 code points, start to end 2147483647',
    expect.stringMatching(/^must be at most \d+, where the text ends$/),
  ]);
  // And the event is too large with them.
  expect(faults.at(-1)?.unnamed).toBe(300_000 + 1 - 100);
});

test.each<[string, Parameters<typeof bundleOf>[1], string, string]>([
  [
    'an id that stands twice',
    ({ quotes }) => Object.assign(quotes[1] ?? {}, { id: quotes[0]?.id }),
    '/quotes/1/id',
    'stands at /quotes/0 too',
  ],
  [
    'a mention whose length is not that of its words',
    ({ events }) =>
      Object.assign(events[0] ?? {}, { mentions: [{ start: 5, end: 9, exact: 'met' }] }),
    '/events/0/mentions/0',
    'exact has 3 code points, start to end 4',
  ],
  [
    'a mention behind the end of the text',
    ({ events }) =>
      Object.assign(events[0] ?? {}, { mentions: [{ start: 900, end: 903, exact: 'met' }] }),
    '/events/0/mentions/0/end',
    'must be at most',
  ],
  [
    'a phrase of more than 80 code points',
    ({ events }) =>
      Object.assign(events[0] ?? {}, { mentions: [{ start: 0, end: 81, exact: '🌉'.repeat(81) }] }),
    '/events/0/mentions/0/exact',
    'must have at most 80',
  ],
  [
    'mentions out of order',
    ({ events }) =>
      Object.assign(events[0] ?? {}, {
        mentions: [
          { start: 5, end: 6, exact: 'a' },
          { start: 4, end: 5, exact: 'b' },
        ],
      }),
    '/events/0/mentions/1',
    'must follow the order of the text',
  ],
  [
    'a mention that stands twice',
    ({ events }) =>
      Object.assign(events[0] ?? {}, {
        mentions: [
          { start: 4, end: 5, exact: 'b' },
          { start: 4, end: 5, exact: 'b' },
        ],
      }),
    '/events/0/mentions/1',
    'stands at mentions/0 too',
  ],
  [
    'a speaker that stands twice',
    ({ quotes: [quote] }) => {
      const speakers: unknown = (quote as Record<string, unknown> | undefined)?.speakers;
      Object.assign(quote ?? {}, { speakers: [speakers, speakers].flat() });
    },
    '/quotes/0/speakers/1',
    'stands at /quotes/0/speakers/0 too',
  ],
  [
    'a unit with a comma, where filters take several values',
    ({ statistics }) =>
      Object.assign(statistics[0] ?? {}, { unit: { code: 'a,b', label: { en: 'x' } } }),
    '/statistics/0/unit/code',
    'printable ASCII without spaces and commas',
  ],
  [
    'a quote that shows nothing',
    ({ quotes }) => Object.assign(quotes[0] ?? {}, { kind: 'indirect', text: ' \u200b\u2800' }),
    '/quotes/0/text',
    'must be text that shows something',
  ],
  [
    'a direct quote that stands nowhere verbatim',
    ({ quotes }) => Object.assign(quotes[0] ?? {}, { text: 'We shall build it.' }),
    '/quotes/0/mentions/0',
    'must be the text of the direct quote, or its first piece',
  ],
  [
    'a range that has no upper end',
    ({ statistics }) => Object.assign(statistics[0] ?? {}, { comparator: 'range' }),
    '/statistics/0/upper',
    'must be above value',
  ],
  [
    'an upper end of what is no range',
    ({ statistics }) => Object.assign(statistics[0] ?? {}, { upper: 50 }),
    '/statistics/0/upper',
    'must be null unless',
  ],
  [
    'an event that is a part of itself',
    ({ events }) => Object.assign(events[0] ?? {}, { partOf: events[0]?.id }),
    '/events/0/partOf',
    'makes a circle',
  ],
  ['NUL', ({ quotes }) => Object.assign(quotes[0] ?? {}, { verb: 'a\0' }), '/quotes/0/verb', 'NUL'],
  [
    'half a surrogate pair',
    ({ quotes }) => Object.assign(quotes[0] ?? {}, { verb: '\ud800' }),
    '/quotes/0/verb',
    'surrogate',
  ],
  [
    'a length beyond 32 bits',
    ({ article }) => Object.assign(article.text, { length: 2 ** 31 }),
    '/article/text/length',
    'must be a whole number from −2147483648 to 2147483647; not 2147483648',
  ],
  [
    'an offset below 32 bits',
    ({ events }) =>
      Object.assign(events[0] ?? {}, { mentions: [{ start: -(2 ** 32), end: 3, exact: 'met' }] }),
    '/events/0/mentions/0/start',
    'must be at least 0',
  ],
  [
    'a number that does not survive',
    ({ statistics }) => Object.assign(statistics[0] ?? {}, { value: Number.POSITIVE_INFINITY }),
    '/statistics/0/value',
    'a number that a double can hold',
  ],
])('%s is refused', (_name, change, pointer, detail) => {
  const faults = check(bundleOf('a', change));
  expect(faults).toContainEqual({ pointer, detail: expect.stringContaining(detail) });
});

test('a mention that does not stand in the text is refused with what was expected and found', () => {
  const bundle = bundleOf('a', ({ events }) =>
    Object.assign(events[0] ?? {}, { mentions: [{ start: 4, end: 9, exact: 'Mayor' }] }),
  );
  expect(check(bundle)).toEqual([]);
  expect(check(bundle, text)).toEqual([
    {
      pointer: '/events/0/mentions/0',
      detail:
        'expected “Mayor” at 4–9, found “mayor”; its words stand nowhere in the text; but the same words stand 1. at 4–9 “The [mayor] of Überdorf, Ada St”, in other case',
    },
  ]);
  expect(check(bundleOf('a'), `${text} `)).toMatchObject([{ pointer: '/article/text' }]);
});

test('a bundle 100,000 levels deep is refused', () => {
  const depth = 100_000;
  const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(check(deep).length).toBeGreaterThan(0);
  const within = { ...bundleOf('a'), quotes: deep };
  expect(check(within).length).toBeGreaterThan(0);
});

test('what is no bundle at all is refused, never thrown at', () => {
  for (const value of [null, 5, 'x', [], {}, { quotes: 5 }, { quotes: [null], article: null }])
    expect(check(value).length).toBeGreaterThan(0);
});

test('loading the same bundle again changes nothing; a changed one replaces all of its facts', async () => {
  const { store, get } = await withServer([bundleOf('a'), bundleOf('b')]);
  const before = await store.revision();
  expect(await load(store, [bundleOf('a')])).toEqual([false]);
  expect(await store.revision()).toBe(before);

  const fewer = bundleOf('a', (bundle) => {
    bundle.quotes.splice(0, 1);
    bundle.actors.splice(0, 1);
  });
  expect(await load(store, [fewer])).toEqual([true]);
  const quotes = await get('/v1/quotes?article=a');
  expect(quotes.data.map((quote) => quote.id)).toEqual(['a-voters-asked']);
  const actor = await get<{ counts: object }>('/v1/actors/ada-stein');
  expect(actor.counts).toMatchObject({ articles: 1, quotes: 1, mentions: 1 });
});

test('an actor of several articles has the names and roles of all, and goes with the last', async () => {
  const mayor = bundleOf('a', ({ actors }) =>
    Object.assign(actors[0] ?? {}, {
      aliases: ['Stein'],
      roles: [{ en: 'mayor' }],
      wikidata: null,
    }),
  );
  const author = bundleOf('b', ({ actors }) =>
    Object.assign(actors[0] ?? {}, { aliases: ['Stein', 'A. S.'], roles: [{ en: 'author' }] }),
  );
  const { store, ask, get } = await withServer([author, mayor]);
  expect(await get('/v1/actors/ada-stein')).toMatchObject({
    aliases: ['Stein', 'A. S.'],
    roles: [{ en: 'author' }, { en: 'mayor' }],
    wikidata: 'Q1',
    counts: { articles: 2 },
  });
  const without = (id: string) =>
    bundleOf(id, ({ quotes, actors }) => {
      quotes.splice(0, 1);
      actors.splice(0, 1);
    });
  await load(store, [without('a'), without('b')]);
  expect((await ask('/v1/actors/ada-stein')).statusCode).toBe(404);
});

test('articles that disagree on what an id means are refused, both values shown, nothing stored', async () => {
  const { store, get } = await withServer([bundleOf('a')]);
  const other = bundleOf('b', ({ actors, quotes }) => {
    Object.assign(actors[0] ?? {}, { kind: 'group', wikidata: 'Q2' });
    Object.assign(quotes[0] ?? {}, { id: 'a-we-will-build-it' });
  });
  const unrelated = bundleOf('c', ({ actors, quotes }) => {
    quotes.splice(0, 1);
    actors.splice(0, 1);
  });
  await expect(load(store, [unrelated, other])).rejects.toMatchObject({
    faults: [
      { pointer: '/actors/0/kind', detail: 'is group, but the article a has person for ada-stein' },
      { pointer: '/actors/0/wikidata', detail: 'is Q2, but the article a has Q1 for ada-stein' },
      { pointer: '/quotes/0/id', detail: 'is taken by a fact of the article a' },
    ],
  });
  expect((await get('/v1/articles')).data.map((article) => article.id)).toEqual(['a']);
});

test('an article has at most 2^20 mentions, as each has a number', () => {
  const bundle = bundleOf('a', ({ events }) => {
    const [event] = events;
    const [mention] = event?.mentions ?? [];
    if (mention) Object.assign(event ?? {}, { mentions: Array(2 ** 20).fill(mention) });
  });
  expect(check(bundle)).toContainEqual({
    pointer: '',
    detail: 'must have at most 1048576 mentions; not 1048585',
  });
});
