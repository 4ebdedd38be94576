import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, stopServer, type TestServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('seed');
});
afterAll(() => stopServer(server));

async function hintOf(query: string): Promise<string | null> {
  return (await server.get(`/v1/${query}`)).page.hint;
}

test.each([
  ['quotes?speaker=xi-jinpin', 'speaker: there is no actor xi-jinpin; did you mean xi-jinping?'],
  [
    'quotes?speaker=jinping-xi',
    'did you mean xi-jinping? /v1/actors?q=jinping+xi looks for others.',
  ],
  ['quotes?speaker=putin', 'did you mean vladimir-putin? /v1/actors?q=putin looks for others.'],
  ['events?participant=vladmir-putin', 'did you mean vladimir-putin?'],
  ['events?place=harbn', 'place: there is no place harbn; did you mean harbin?'],
  [
    'quotes?speaker=xi-jinping,nobody-knows',
    'there is no actor nobody-knows; /v1/actors lists those',
  ],
  [
    'quotes?not=speaker:xi-jinpin',
    'speaker: there is no actor xi-jinpin; did you mean xi-jinping?',
  ],
  ['actors?id=xi-jinpin', 'id: there is no actor xi-jinpin; did you mean xi-jinping?'],
  [
    'statistics?article=putin-china-visit',
    'there is no article putin-china-visit; did you mean putin-china-visit-2024?',
  ],
  [
    'mentions?fact=vladimir-puttin',
    'fact: there is no fact vladimir-puttin; did you mean vladimir-putin?',
  ],
  ['search?q=putin&article=nothing', 'article: there is no article nothing; /v1/articles lists'],
  ['actors/xi-jinping/connections?article=nothing', 'article: there is no article nothing'],
])('%s is answered with a hint: %s', async (query, hint) => {
  expect(await hintOf(query)).toContain(hint);
});

test.each([
  'quotes?speaker=xi-jinping',
  'quotes?speaker=xi-jinping,vladimir-putin',
  'quotes?speaker=france&kind=direct&from=1900-01-01&to=1900-01-01',
  'quotes?not=speaker:xi-jinping',
  'actors?q=nothing+like+it',
])('%s needs no hint', async (query) => {
  expect(await hintOf(query)).toBeNull();
});

test('a timeline has hints as well', async () => {
  const { hint } = await server.get<{ hint: string }>('/v1/timeline?participant=xi-jinpin');
  expect(hint).toContain('did you mean xi-jinping?');
});

test.each([
  ['actors/Xi_Jinping', 'did you mean xi-jinping?'],
  ['actors/XI%20JINPING', 'did you mean xi-jinping?'],
  ['actors/xi-jinpin', 'did you mean xi-jinping?'],
  ['actors/putin', 'did you mean vladimir-putin? /v1/actors?q=putin looks for others.'],
  ['actors/putin/connections', 'did you mean vladimir-putin?'],
  ['articles/putin-china-visit/bundle', 'did you mean putin-china-visit-2024?'],
  ['articles/putin-china-visit/linked-data', 'did you mean putin-china-visit-2024?'],
  ['places/%E6%9D%B1%E4%BA%AC', '/v1/places lists those there are.'],
])('/v1/%s is 404, and says: %s', async (path, meant) => {
  const response = await server.ask(`/v1/${path}`);
  expect(response.statusCode).toBe(404);
  expect(response.json().detail).toContain(meant);
});
