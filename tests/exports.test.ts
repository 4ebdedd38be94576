import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resources } from '../src/resources.ts';
import { bundleOf } from './support/article.ts';
import { load, startServer, stopServer, type TestServer, withServer } from './support/server.ts';
import { readStrictly } from './support/strict-csv.ts';

let server: TestServer;
beforeAll(async () => {
  // More than a batch of each.
  const ids = Array.from({ length: 60 }, (_, index) => `article-${index}`);
  server = await startServer(ids.map((id) => bundleOf(id)));
});
afterAll(() => stopServer(server));

interface ListPage {
  data: Record<string, unknown>[];
  page: { next: string | null };
}

type Row = Record<string, string>;

/** The rows of a CSV, read by the letter of RFC 4180. */
function parseCsv(text: string): Row[] {
  const [names = [], ...records] = readStrictly(text);
  return records.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
  );
}

/** All items of a list, page by page. */
async function walk(resource: string, query: string) {
  const items: Record<string, unknown>[] = [];
  let url: string | null = `/v1/${resource}?limit=100&${query}`;
  while (url !== null) {
    const { data, page }: ListPage = await server.get(url);
    items.push(...data);
    url = page.next && `/v1/${resource}?limit=100&${query}&cursor=${page.next}`;
  }
  return items;
}

test.each([
  ...resources.map(({ name }) => [name, '']),
  ['quotes', 'sort=date&order=desc'],
  ['quotes', 'kind=direct&from=2021-01-01'],
  ['quotes', 'q=bridge&speaker=daily-herald,town-council'],
  ['events', 'status=expected&sort=title'],
  ['statistics', 'min=30&article=article-1,article-2&sort=value'],
  ['mentions', 'exact=Ada+Stein&order=desc'],
  ['actors', 'kind=country'],
])('exports of %s?%s have all that the list has, in its order', async (resource, query) => {
  const items = await walk(resource, query);
  const ndjson = await server.ask(`/v1/exports/${resource}.ndjson?${query}`);
  const lines = ndjson.body.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(items);

  const csv = await server.ask(`/v1/exports/${resource}.csv?${query}`);
  const columns = Object.keys(resources.find(({ name }) => name === resource)?.csvColumns ?? {});
  expect(csv.body.split('\r\n', 1)).toEqual([columns.join(',')]);
  const rows = parseCsv(csv.body);
  expect(rows.length).toBe(items.length);
  // What is no single value has columns of other names.
  for (const [index, item] of items.entries())
    for (const [field, value] of Object.entries(item))
      if (columns.includes(field) && !(value instanceof Object))
        expect(rows[index]?.[field]).toBe(value === null ? '' : String(value));
});

test('a row has every part of a fact, several values behind each other', async () => {
  const { ask } = await withServer([
    bundleOf('a', ({ events, actors }) => {
      Object.assign(events[0] ?? {}, { title: { fr: 'La séance', en: 'The "session", at last' } });
      Object.assign(actors[0] ?? {}, { aliases: ['Ada', 'Stein'] });
    }),
  ]);
  const [quote] = parseCsv((await ask('/v1/exports/quotes.csv?kind=indirect')).body);
  expect(quote).toMatchObject({
    id: 'a-voters-asked',
    speakerIds: 'daily-herald|town-council',
    translation: '',
    date: '',
    eventId: 'a-council-meeting',
    eventName: 'The "session", at last',
    phrases: 'had asked',
  });
  expect(quote?.mentions).toMatch(/^\d+\.\.\d+$/);
  const [event] = parseCsv((await ask('/v1/exports/events.csv?q=session')).body);
  expect(event).toMatchObject({
    title: 'The "session", at last',
    titleLanguage: 'en',
    titleOther: 'fr: La séance',
    participantIds: expect.stringContaining('town-council'),
  });
  const { body } = await ask('/v1/exports/actors.csv');
  expect(parseCsv(body).map((row) => row.aliases)).toContain('Ada|Stein');
});

test('what a spreadsheet would run as a formula is defused, and a number stays a number', async () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0"];
  const { ask } = await withServer([
    bundleOf('a', ({ actors, places }) => {
      Object.assign(actors[0] ?? {}, { aliases: ['=1+1'] });
      for (const [index, formula] of formulas.entries())
        Object.assign(actors, {
          [actors.length]: { ...actors[1], id: `actor-${index}`, name: { en: formula } },
        });
      Object.assign(places[0] ?? {}, { latitude: -22.9, longitude: -43.2 });
    }),
  ]);
  const all = parseCsv((await ask('/v1/exports/actors.csv')).body);
  const names = all.map(({ name }) => name);
  expect(names.filter((name) => name?.startsWith("'")).sort()).toEqual(
    formulas.map((formula) => `'${formula}`).sort(),
  );
  expect(names.filter((name) => formulas.includes(name ?? ''))).toEqual([]);
  expect(all.map(({ aliases }) => aliases)).toContain("'=1+1");
  const places = parseCsv((await ask('/v1/exports/places.csv')).body);
  expect(places).toContainEqual(expect.objectContaining({ latitude: '-22.9', longitude: '-43.2' }));
});

test('a CSV is UTF-8 with a byte order mark for whoever asks for it; a file has a name', async () => {
  const plain = await server.ask('/v1/exports/quotes.csv?article=article-1');
  expect(plain.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="quotes-article-1.csv"',
  });
  const marked = await server.ask('/v1/exports/quotes.csv?article=article-1&bom=true');
  expect(marked.rawPayload).toEqual(
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.rawPayload]),
  );
  expect(marked.headers.etag).not.toBe(plain.headers.etag);
  const unmarked = await server.ask('/v1/exports/quotes.csv?article=article-1&bom=false');
  expect(unmarked.rawPayload).toEqual(plain.rawPayload);
  const lines = await server.ask('/v1/exports/events.ndjson?article=article-1,article-2');
  expect(lines.headers['content-disposition']).toBe('attachment; filename="events.ndjson"');
});

test.each([
  ['quotes.csv?bom=yes', 'bom', 'must be true or false; not "yes"'],
  ['quotes.ndjson?bom=true', 'bom', 'is not a parameter here'],
  ['quotes.csv?limit=5', 'limit', 'is not a parameter here'],
  ['quotes.csv?kind=spoken', 'kind', 'must be one of direct, indirect'],
  ['quotes.csv?from=2024-01-02&to=2024-01-01', 'to', 'must not be earlier than from'],
])('%s is refused: %s %s', async (query, name, detail) => {
  const response = await server.ask(`/v1/exports/${query}`);
  expect(response.statusCode).toBe(400);
  expect(response.headers).not.toHaveProperty('content-disposition');
  expect(response.json().errors).toMatchObject([
    { in: 'query', name, detail: expect.stringContaining(detail) },
  ]);
});

test('an export has a strong ETag, by encoding, that holds until the content changes', async () => {
  const { app, store } = await withServer([bundleOf('a')]);
  const url = '/v1/exports/quotes.csv';
  const ask = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') =>
    app.inject({ method, url, headers });
  const plain = await ask({});
  const tags = new Set([plain.headers.etag]);
  for (const [encoding, decompress] of [
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const) {
    const response = await ask({ 'accept-encoding': encoding });
    expect(response.headers).toMatchObject({
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
    });
    expect(decompress(response.rawPayload).toString()).toBe(plain.body);
    tags.add(response.headers.etag);
  }
  expect(tags.size).toBe(3);
  expect(String(plain.headers.etag)).toMatch(/^"/);

  const head = await ask({}, 'HEAD');
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
    200,
    '',
    undefined,
  ]);
  expect(head.headers).toMatchObject({
    etag: plain.headers.etag,
    'content-type': plain.headers['content-type'],
  });
  // HEAD left nothing behind that would pass for the answer.
  expect((await ask({})).body).toBe(plain.body);

  const known = { 'if-none-match': String(plain.headers.etag) };
  expect((await ask(known)).statusCode).toBe(304);
  await load(store, [bundleOf('b')]);
  const after = await ask(known);
  expect([after.statusCode, parseCsv(after.body).length]).toEqual([200, 4]);
});

test('two databases never share an ETag for different content', async () => {
  const [one, other] = [await withServer([bundleOf('a')]), await withServer([bundleOf('b')])];
  const ask = async ({ app }: TestServer) => (await app.inject('/v1/exports/quotes.csv')).headers;
  expect((await ask(one)).etag).not.toBe((await ask(other)).etag);
});
