import { afterAll, beforeAll, expect, test } from 'vitest';
import { factTypes, resources } from '../src/resources.ts';
import { bundleOf } from './support/article.ts';
import { examplesOf } from './support/openapi.ts';
import { startServer, stopServer, type TestServer, withServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([bundleOf('a'), bundleOf('b')]);
});
afterAll(() => stopServer(server));

/** The ids that a query gives; of mentions, which have none, the words. */
async function idsOf(query: string): Promise<unknown[]> {
  const { data } = await server.get(`/v1/${query}`);
  return data.map((item) => item.id ?? item.exact);
}

test.each([
  ['quotes?article=a&kind=direct', ['a-we-will-build-it']],
  ['quotes?article=a&kind=direct&kind=indirect', ['a-we-will-build-it', 'a-voters-asked']],
  ['quotes?article=a&kind=direct,indirect', ['a-we-will-build-it', 'a-voters-asked']],
  ['quotes?article[]=a&kind[]=direct&kind[]=indirect', ['a-we-will-build-it', 'a-voters-asked']],
  ['quotes?article=a&kind[0]=direct&kind=indirect', ['a-we-will-build-it', 'a-voters-asked']],
  ['quotes?article=b&speaker=ada-stein,daily-herald', ['b-we-will-build-it', 'b-voters-asked']],
  ['quotes?article=a&speaker=town-council', ['a-voters-asked']],
  ['quotes?speaker=nobody', []],
  ['quotes?event=b-council-meeting', ['b-voters-asked']],
  ['quotes?language=id', []],
  ['quotes?from=2021-05-03&to=2021-05-03&article=a', ['a-we-will-build-it']],
  ['quotes?from=2021-05-04', []],
  ['actors?kind=media', ['daily-herald']],
  ['actors?affiliation=town-council', ['ada-stein']],
  ['actors?wikidata=Q1', ['ada-stein']],
  ['actors?article=a', ['ada-stein', 'daily-herald', 'town-council']],
  ['places?within=uberdorf', ['town-hall']],
  ['places?kind=city,venue', ['town-hall', 'uberdorf']],
  ['events?status=expected&article=a', ['a-bridge-opening']],
  ['events?participant=town-council&article=a', ['a-council-meeting']],
  ['events?place=town-hall&article=b', ['b-council-meeting']],
  ['events?partOf=a-council-meeting', ['a-bridge-opening']],
  ['events?from=2023-12-31&article=a', ['a-bridge-opening']],
  ['events?to=2022-12-31', []],
  ['statistics?unit=%25&min=40&max=40&article=a', ['a-voters-share']],
  ['statistics?min=40.5', []],
  ['statistics?subject=town-council&source=daily-herald&article=b', ['b-voters-share']],
  ['mentions?article=a&start=55&end=56', ['We will build it.']],
  ['mentions?article=a&start=54&end=55', []],
  ['mentions?article=a&start=4&end=10', []],
  ['mentions?fact=a-council-meeting', ['met']],
  ['mentions?exact=met&factType=event', ['met', 'met']],
  ['mentions?exact=met,council', []],
  ['statistics?min=4e1&max=4.0e%2B1&article=a', ['a-voters-share']],
  ['articles?language=en', ['a', 'b']],
  ['articles?id=b', ['b']],
  ['actors?id=town-council,ada-stein,nobody', ['ada-stein', 'town-council']],
  ['quotes?id=a-voters-asked&kind=direct', []],
  ['events?id=b-council-meeting&article=b', ['b-council-meeting']],
])('%s gives %j', async (query, expected) => {
  expect(await idsOf(query)).toEqual(expected);
});

test('counts of articles and actors are those of their facts', async () => {
  const article = await server.get<{ counts: Record<string, number> }>('/v1/articles/a');
  for (const { name, sharing } of factTypes) {
    const entries = bundleOf('a')[name] as unknown[];
    expect(article.counts[name], name).toBe(entries.length);
    if (sharing === undefined)
      expect((await server.get(`/v1/${name}?article=a`)).data, name).toHaveLength(entries.length);
  }
  expect(article.counts.mentions).toBe((await server.get('/v1/mentions?article=a')).data.length);
  const actor = await server.get<{ counts: object }>('/v1/actors/town-council');
  expect(actor.counts).toMatchObject({
    articles: 2,
    quotes: 2,
    events: 2,
    statistics: 2,
    mentions: 2,
  });
});

test.each([
  ['url=https%3A%2F%2Fexample.org%2Fz%C3%BCrich%3Fa%3D1%2C2', 1],
  ['url=HTTPS%3A%2F%2FEXAMPLE.org%3A443%2Fz%25C3%25BCrich%3Fa%3D1%2C2', 1],
  ['url=https%3A%2F%2Fexample.org%2Fz%C3%BCrich', 0],
  ['url=https%3A%2F%2Fexample.org%2Fz%25c3%25bc%2572ich%3Fa%3D1%2C2', 1],
  ['publisher=Daily+Herald%2C+London', 1],
  ['publisher=Daily+Herald', 0],
  [`sha256=${bundleOf('a').article.text.sha256}`, 1],
  [`sha256=${bundleOf('a').article.text.sha256.toUpperCase()}`, 1],
  [`sha256=${'0'.repeat(64)}`, 0],
])(
  'articles?%s finds %i: an address in any form, a publisher and a text as they are',
  async (query, found) => {
    const { get } = await withServer([
      bundleOf('a', ({ article }) => {
        Object.assign(article.source, {
          url: 'https://example.org/zürich?a=1,2',
          publisher: 'Daily Herald, London',
        });
      }),
    ]);
    expect((await get(`/v1/articles?${query}`)).data).toHaveLength(found);
  },
);

test.each([
  ['quotes?article=a&not=kind:direct', ['a-voters-asked']],
  ['quotes?article=a&not[]=kind:direct', ['a-voters-asked']],
  ['quotes?article=a&not=kind:direct&not=speaker:town-council', []],
  ['quotes?article=a&not=kind:direct,indirect', []],
  ['quotes?article=a&not=speaker:town-council,kind:mixed', ['a-we-will-build-it']],
  ['quotes?not=article:a&not=event:b-council-meeting', ['b-we-will-build-it']],
  ['quotes?article=a&kind=direct&not=kind:direct', []],
  ['quotes?article=a&not=unnamed:true', ['a-we-will-build-it', 'a-voters-asked']],
  ['quotes?article=a&not=from:2021-05-03', ['a-voters-asked']],
  ['actors?not=article:a', []],
  ['actors?not=affiliation:town-council&not=wikidata:Q1', ['daily-herald', 'town-council']],
  ['events?article=a&not=partOf:a-council-meeting', ['a-council-meeting']],
  ['events?article=a&not=place:town-hall', ['a-bridge-opening']],
  ['statistics?article=a&not=min:41', ['a-voters-share']],
  ['statistics?not=min:40', []],
  ['mentions?article=a&factType=event&not=exact:met', ['opening']],
  ['mentions?article=a&factType=event&not=start:0', []],
  ['articles?not=id:a', ['b']],
])('%s gives %j: what is named is left out, what has no value isn’t', async (query, expected) => {
  expect(await idsOf(query)).toEqual(expected);
});

test('every filter and its negation part each list, and the counts of its values, in two', async () => {
  const { document, get } = await withServer('seed');
  for (const { name, filters } of resources) {
    const { parameters = [] } = document.paths[`/v1/${name}`]?.get ?? {};
    const exampleOf = (name: string) => {
      const parameter = parameters.find((it) => it.name === name);
      return parameter && examplesOf(parameter)[0];
    };
    const field = String(exampleOf('facets'));
    const count = async (query: string) => {
      const { page, facets } = await get(`/v1/${name}?limit=1&count=exact&facets=${field}${query}`);
      const counts = facets?.[field]?.map(({ value, count }) => [value, count] as const) ?? [];
      return { total: page.total ?? 0, counts: new Map(counts) };
    };
    const all = await count('');
    for (const filter of Object.keys(filters)) {
      const example = exampleOf(filter);
      if (example === undefined) continue;
      const value = encodeURIComponent(String(example));
      const found = await count(`&${filter}=${value}`);
      const left = await count(`&not=${filter}:${value}`);
      expect(found.total, `${name} ${filter}`).toBeGreaterThan(0);
      expect(found.total + left.total, `${name} ${filter}`).toBe(all.total);
      for (const [of, total] of all.counts)
        expect((found.counts.get(of) ?? 0) + (left.counts.get(of) ?? 0), of).toBe(total);
    }
  }
});

test.each([
  ['2024-05', ['from=2024-05-31', 'to=2024-05-01'], ['from=2024-06-01', 'to=2024-04-30']],
  ['2024-05-14T23:30:00+07:00', ['from=2024-05-14&to=2024-05-14'], ['from=2024-05-15']],
  ['1884', ['from=1884-12-31', 'to=1884-01-01', 'not=from:1885-01-01'], ['from=1885-01-01']],
  ['2020/..', ['from=2030-01-01'], ['to=2019-12-31']],
  ['-0043', ['to=-000043-01-01'], ['from=0000-01-01']],
  [null, ['not=from:2024-01-01'], ['from=0000-01-01', 'to=9999-12-31']],
])(
  'an article that was published %s is found by the days on which that may have been',
  async (published, finding, missing) => {
    const { get } = await withServer([
      bundleOf('a', ({ article }) => {
        Object.assign(article.source, { published });
      }),
    ]);
    for (const [queries, found] of [
      [finding, 1],
      [missing, 0],
    ] as const)
      for (const query of queries)
        expect((await get(`/v1/articles?${query}`)).data, query).toHaveLength(found);
  },
);
