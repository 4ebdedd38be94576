import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { beginReindex, reindex } from '../src/loading/reindex.ts';
import { reindexBeside } from '../src/loading/reindex-beside.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { sql } from '../src/store/sql.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { type Content, contentOf } from './support/content.ts';
import { temporaryFolder } from './support/process.ts';
import { load, startServer, stopServer } from './support/server.ts';

function emptyStore(): Store {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  onTestFinished(() => store.close());
  return store;
}

const temporaryPath = () => join(temporaryFolder(), 'facts.db');

/** As if another version had made the words. */
function spoilTerms(store: Store): Promise<unknown> {
  return store.write(async (writing) => {
    for (const { name } of [...factTypes, { name: 'articles' }])
      await writing.run(sql`update ${sql.ref(name)} set terms = ' gone '`);
    await writing.run(sql`insert into search_terms (search_terms) values ('delete-all')`);
    await writing.run(sql`delete from forms`);
    await writing.run(sql`update state set facts = 0, terms_version = 1`);
  });
}

/** With the forms of all words. */
async function wholeContentOf(store: Store): Promise<Content> {
  const rows = await store.read((reading) =>
    reading.rows<{ key: string; word: string }>(sql`select key, word from forms`),
  );
  return { ...(await contentOf(store)), forms: rows.map(({ key, word }) => [key, word]) };
}

test('words that are made anew are the same as those that came with the articles', async () => {
  const store = emptyStore();
  const cued = bundleOf('a', ({ quotes }) => {
    const [said] = quotes;
    // It is no phrase of the quote.
    said?.mentions.unshift({
      ...said.mentions[0],
      start: 35,
      end: 39,
      exact: 'said',
      role: 'cue',
    } as never);
  });
  const others = Array.from({ length: 12 }, (_, index) => syntheticArticle(3, index).bundle);
  await load(store, [cued, ...others]);
  const before = await wholeContentOf(store);
  await spoilTerms(store);
  expect(await beginReindex(store)).toBe(true);
  const steps = await Array.fromAsync(reindex(store, factTypes));
  expect(steps).toEqual([
    { done: 10, all: 13 },
    { done: 13, all: 13 },
  ]);
  expect(await wholeContentOf(store)).toEqual(before);
  expect(await beginReindex(store)).toBe(false);
});

test('a new database, and one that was loaded before any server opened it, are left as they are', async () => {
  const store = emptyStore();
  expect(await beginReindex(store)).toBe(false);
  await load(store, [bundleOf('a')]);
  expect(await beginReindex(store)).toBe(false);
});

test('words are made anew while the server answers, and no answer of before is given afterwards', async () => {
  const path = temporaryPath();
  const server = await startServer(
    Array.from({ length: 15 }, (_, index) => bundleOf(`a${index}`)),
    { path },
  );
  onTestFinished(() => stopServer(server));
  const find = () => server.get('/v1/search?q=bridge&limit=100');
  const before = await find();
  await spoilTerms(server.store);
  expect(await beginReindex(server.store)).toBe(true);
  expect((await server.get('/v1/search?q=bridges')).data).toEqual([]);
  const exported = () => server.app.inject('/v1/exports/events.ndjson?q=bridges');
  const { body: nothing, headers } = await exported();
  expect(nothing).toBe('');
  const told: number[] = [];
  const { done } = reindexBeside(path, (progress) => told.push(progress.done));
  // Others write meanwhile.
  await load(server.store, [bundleOf('b')]);
  expect(await done).toBe(true);
  expect(told).toEqual([10]);
  const after = await server.get('/v1/search?q=bridges&limit=100');
  expect(after.data.length).toBe(before.data.length + before.data.length / 15);
  const again = await exported();
  expect(again.headers.etag).not.toBe(headers.etag);
  expect(again.body).toContain('"a0-bridge-opening"');
  expect((await exported()).headers.etag).toBe(again.headers.etag);
});

test('made anew halfway, they are begun from the beginning', async () => {
  const store = emptyStore();
  await load(store, [bundleOf('a'), bundleOf('b')]);
  const before = await wholeContentOf(store);
  await spoilTerms(store);
  expect(await beginReindex(store)).toBe(true);
  for await (const _ of reindex(store, factTypes)) break;
  expect(await beginReindex(store)).toBe(true);
  await Array.fromAsync(reindex(store, factTypes));
  expect(await wholeContentOf(store)).toEqual(before);
});

test('a server whose database another version indexed answers at once, and says in its log how far it is', async () => {
  const path = temporaryPath();
  const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
  await load(store, [bundleOf('a'), bundleOf('b')]);
  await spoilTerms(store);
  await store.close();
  const env = { ...process.env, PORT: '0', DATABASE_URL: `file:${path}`, LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [inPackage('src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    output += data;
  });
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/listens on (\S+)/);
  const address = output.match(/listens on (\S+)/)?.[1];
  await expect.poll(() => output, { timeout: 20_000 }).toContain('all words are indexed anew');
  expect(output).toContain('indexing the words of all articles anew');
  expect(output).toContain('"done":3,"all":3,');
  const response = await fetch(`${address}/v1/search?q=bridges+opened`);
  const { data } = (await response.json()) as { data: { id: string }[] };
  expect(data.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['a-bridge-opening', 'b-bridge-opening']),
  );
});

test('a database that can’t be written isn’t served with words of another version', async () => {
  const store = emptyStore();
  await load(store, [bundleOf('a')]);
  await spoilTerms(store);
  await expect(beginReindex({ ...store, readOnly: true })).rejects.toThrow(
    /can’t be written, but its index of words is another version’s/,
  );
});
