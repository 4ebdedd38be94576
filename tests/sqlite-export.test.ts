import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { resources } from '../src/resources.ts';
import { writeTablesBeside } from '../src/sqlite-export/write-beside.ts';
import { checkWithAnyTexts } from './support/any-content.ts';
import { bundleOf } from './support/article.ts';
import { expectedRow, type Meant } from './support/expected-row.ts';
import { begin, changeContent, isStateHeld, serveLargeFile } from './support/large-export.ts';
import { temporaryFolder } from './support/process.ts';
import { load, startServer, stopServer, type TestServer } from './support/server.ts';

const url = '/v1/exports/article-facts.sqlite';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([]);
  return () => stopServer(server);
});

type Row = Record<string, string | number | null>;

async function exported(from = server): Promise<Database.Database> {
  const { rawPayload } = await from.ask(url);
  const database = new Database(rawPayload);
  onTestFinished(() => void database.close());
  return database;
}

test('every table has what the lists have, whatever the values, and every reference leads somewhere', async () => {
  let rows = 0;
  await checkWithAnyTexts(server, 15, async () => {
    const { rawPayload } = await server.ask(url);
    const database = new Database(rawPayload);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const all = (table: string) => database.prepare<[], Row>(`SELECT * FROM ${table}`).all();
    for (const { name } of resources) {
      const { data } = await server.get(`/v1/${name}?limit=100`);
      const main = all(name);
      expect(main.length, name).toBe(data.length);
      for (const [index, item] of data.entries()) {
        const row = name === 'mentions' ? main[index] : main.find(({ id }) => id === item.id);
        const expected = expectedRow(item);
        for (const [column, value] of Object.entries(row ?? {}))
          if (name !== 'mentions' || column !== 'id')
            expect(value, `${name}.${column}`).toEqual(meantBy(column, expected));
        for (const [table, [owner, column, field]] of Object.entries(partsTables)) {
          if (!table.startsWith(name.replace(/s$/, '_'))) continue;
          const own = all(table).filter((it) => it[owner] === item.id);
          own.sort((left, right) => Number(left.position) - Number(right.position));
          expect(
            own.map((it) => it[column]),
            table,
          ).toEqual(expected[field] ?? []);
        }
        rows++;
      }
    }
    database.close();
  });
  expect(rows).toBeGreaterThan(100);
}, 60_000);

/** Tables of parts: whose they are, and which column has what of the list. */
const partsTables: Readonly<Record<string, [owner: string, column: string, field: string]>> = {
  quote_speakers: ['quote_id', 'actor_id', 'speakerIds'],
  quote_verbatim: ['quote_id', 'text', 'verbatim'],
  actor_aliases: ['actor_id', 'alias', 'aliases'],
  actor_roles: ['actor_id', 'role', 'roles'],
  actor_affiliations: ['actor_id', 'affiliation_id', 'affiliationIds'],
  event_participants: ['event_id', 'role', 'participantRoles'],
  statistic_subjects: ['statistic_id', 'actor_id', 'subjectIds'],
};

const otherNames: Readonly<Record<string, string>> = {
  article_id: 'article',
  start_offset: 'start',
  end_offset: 'end',
  fact_id: 'fact',
  text_sha256: 'sha256',
  text_length: 'length',
};

function meantBy(column: string, expected: Record<string, Meant>): Meant {
  const camelCase = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const value = expected[otherNames[column] ?? camelCase] ?? null;
  return typeof value === 'boolean' ? Number(value) : value;
}

test('texts has every text of every language', async () => {
  const { store, ...other } = await startServer([
    bundleOf('a', ({ events, actors }) => {
      Object.assign(events[0] ?? {}, { title: { fr: 'La séance', en: 'The session' } });
      Object.assign(actors[0] ?? {}, { roles: [{ en: 'mayor' }, { en: 'poet', de: 'Dichterin' }] });
    }),
  ]);
  onTestFinished(() => stopServer({ store, ...other }));
  const database = await exported({ store, ...other });
  const texts = (id: string, field: string) =>
    database
      .prepare(
        'SELECT position, language, text FROM texts WHERE id = ? AND field = ? ORDER BY 1, 2',
      )
      .raw()
      .all(id, field);
  expect(texts('a-council-meeting', 'title')).toEqual([
    [0, 'en', 'The session'],
    [0, 'fr', 'La séance'],
  ]);
  // Shared facts have their roles in the order of code points, where all are as frequent.
  expect(texts('ada-stein', 'role')).toEqual([
    [0, 'de', 'Dichterin'],
    [0, 'en', 'poet'],
    [1, 'en', 'mayor'],
  ]);
});

test('it is made once for each state, whoever asks at the same time, and known by its ETag', async () => {
  const { app, store } = server;
  const [first, ...others] = await Promise.all(
    Array.from({ length: 4 }, () => app.inject({ url, headers: { 'accept-encoding': 'gzip' } })),
  );
  expect(first?.headers).toMatchObject({
    'content-type': 'application/vnd.sqlite3',
    'content-disposition': 'attachment; filename="article-facts.sqlite"',
    'content-encoding': 'gzip',
  });
  for (const other of others) expect(other.rawPayload).toEqual(first?.rawPayload);
  const plain = await app.inject(url);
  expect(plain.headers['content-length']).toBe(String(plain.rawPayload.length));
  expect(gunzipSync(first?.rawPayload ?? '').equals(plain.rawPayload)).toBe(true);
  const known = { 'if-none-match': String(plain.headers.etag) };
  expect((await app.inject({ url, headers: known })).statusCode).toBe(304);
  const head = await app.inject({ method: 'HEAD', url });
  expect([head.statusCode, head.headers.etag]).toEqual([200, plain.headers.etag]);
  await load(store, [bundleOf('later')]);
  const later = await app.inject({ url, headers: known });
  expect([later.statusCode, later.headers.etag === plain.headers.etag]).toEqual([200, false]);
  const database = new Database(later.rawPayload);
  const ids = database.prepare('SELECT id FROM articles').pluck().all();
  expect(ids).toContain('later');
  database.close();
});

test('made anew, it is the same to the byte; and it is no database that the server would take for its own', async () => {
  const folder = temporaryFolder();
  const [one, other] = await Array.fromAsync(['one', 'other'], async (name) => {
    const path = join(folder, name);
    await writeTablesBeside(server.store, path, new AbortController().signal);
    return readFileSync(path);
  });
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  const database = await exported();
  expect(database.pragma('application_id', { simple: true })).toBe(0);
  expect(database.pragma('user_version', { simple: true })).toBe(1);
});

/** The files of exports that have a name. */
function namedFiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('article-facts-export-'));
}

test('who hangs up leaves no file behind, and holds no state of the database', async () => {
  const before = namedFiles();
  const { path, store, url: quotes } = await serveLargeFile();
  const response = await begin(quotes.replace('quotes', 'article-facts.sqlite'));
  expect(response.statusCode).toBe(200);
  await changeContent(store, 'b');
  // It has been copied: whoever reads it, however slowly, keeps nothing from the database.
  expect(isStateHeld(path)).toBe(false);
  response.destroy();
  const another = new AbortController();
  const request = fetch(quotes.replace('quotes', 'article-facts.sqlite'), {
    signal: another.signal,
  });
  await setTimeout(50);
  another.abort();
  await expect(request).rejects.toThrow();
  while (namedFiles().some((name) => !before.includes(name))) await setTimeout(5);
});
