import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { resources } from '../src/resources.ts';
import type { Reading } from '../src/store/read/reading.ts';
import { readMigrations } from '../src/store/sqlite/migrate.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
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

/** A quote in the table alone, whatever its document is. */
async function insertQuote(reading: Reading, id: string, document: string): Promise<void> {
  await sql`
    insert into quotes (id, document, terms, kind, polarity, language, unnamed)
    values (${id}, ${document}, '', 'direct', 'affirmed', 'en', 0)
  `.execute(reading);
}

/** A server on a file, whose export of quotes is far more than any buffer on the way takes. */
async function serveLargeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  const path = join(folder, 'facts.db');
  const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
  await load(store, [bundleOf('a')]);
  const rows = 600;
  await store.write(async (reading) => {
    const { rows: found } = await sql<{ document: string }>`
      select document from quotes where id = 'a-voters-asked'
    `.execute(reading);
    const quote = { ...JSON.parse(found[0]?.document ?? ''), text: 'long '.repeat(8_000) };
    for (let index = 0; index < rows; index++) {
      const document = JSON.stringify({ ...quote, id: `large-${index}` });
      await insertQuote(reading, `large-${index}`, document);
    }
  });
  const app = await buildApp({ config: { logLevel: 'silent' }, store });
  onTestFinished(async () => {
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, store, path, url: `${address}/v1/exports/quotes`, total: rows + 2 };
}

/** An answer that has begun and is not read on. */
async function begin(url: string): Promise<IncomingMessage> {
  const request = get(url, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  onTestFinished(() => void response.destroy());
  return response;
}

async function readOn(response: IncomingMessage): Promise<string> {
  return Buffer.concat(await response.toArray()).toString();
}

/** Whether somebody still reads an older state than the newest. */
function isStateHeld(path: string): boolean {
  const database = new Database(path, { timeout: 0 });
  try {
    const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 1;
  } finally {
    database.close();
  }
}

function changeContent(store: Store, id: string): Promise<boolean[]> {
  return load(store, [bundleOf(id)]);
}

test('an export gives one state, whatever is put or asked while it lasts', async () => {
  const { app, store, url, total } = await serveLargeFile();
  const response = await begin(`${url}.ndjson?sort=id`);
  await changeContent(store, 'zz');
  expect((await app.inject('/v1/quotes?article=zz')).json().data).toHaveLength(2);
  const ids = (await readOn(response))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids.length).toBe(total);
  expect(ids).not.toContain('zz-voters-asked');
  const after = await begin(`${url}.ndjson?sort=id`);
  expect(after.headers.etag).not.toBe(response.headers.etag);
  expect((await readOn(after)).trimEnd().split('\n').length).toBe(total + 2);
});

test.each(['identity', 'gzip'])(
  'who hangs up in the middle of an export (%s) holds nothing any more',
  async (encoding) => {
    const { store, path, url } = await serveLargeFile();
    const request = get(`${url}.csv`, { agent: false, headers: { 'accept-encoding': encoding } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response, 'readable');
    await changeContent(store, 'b');
    if (encoding === 'identity') expect(isStateHeld(path)).toBe(true);
    response.destroy();
    while (isStateHeld(path)) await setTimeout(5);
  },
);

test('so many exports run at one time; one more is told when to come back', async () => {
  const { url } = await serveLargeFile();
  const running: IncomingMessage[] = [];
  let refused: Response | undefined;
  while (refused === undefined) {
    const response = await begin(`${url}.ndjson`);
    if (response.statusCode === 200) running.push(response);
    else refused = await fetch(`${url}.ndjson`);
    expect(running.length).toBeLessThan(100);
  }
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.has('content-disposition')).toBe(false);
  expect(await refused.json()).toMatchObject({
    type: '/problems/unavailable',
    detail: `No more than ${running.length} exports run at one time, and so many do.`,
  });
  // HEAD, and who has it already, need no place.
  const head = await fetch(`${url}.ndjson`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  running[0]?.destroy();
  while ((await begin(`${url}.ndjson`)).statusCode !== 200) await setTimeout(5);
});

test('an export that fails on the way never passes for a whole one', async () => {
  const { store, url } = await serveLargeFile();
  // Not as any quote is: the columns can't be read from it.
  const broken = {
    id: 'zzz',
    article: 'a',
    kind: 'direct',
    language: 'en',
    mentions: [{ start: 1 }],
  };
  await store.write((reading) => insertQuote(reading, 'zzz', JSON.stringify(broken)));
  const response = await begin(`${url}.csv?sort=id`);
  expect(response.statusCode).toBe(200);
  await expect(readOn(response)).rejects.toThrow('aborted');
  // Where it fails at once, it is an answer like any other.
  const early = await fetch(`${url}.csv?sort=id&order=desc`);
  expect([early.status, await early.json()]).toMatchObject([
    500,
    { type: '/problems/internal-error' },
  ]);
  expect(early.headers.has('etag')).toBe(false);
});

test('a server that is closed ends what is under way', async () => {
  const { app, store, url } = await serveLargeFile();
  const response = await begin(`${url}.ndjson`);
  const closing = Promise.all([app.close(), setImmediate()]);
  const ended = readOn(response);
  await closing;
  expect((await ended).endsWith('\n')).toBe(true);
  await store.close();
});
