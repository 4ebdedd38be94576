import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createBundleLoader } from '../src/bundle/load.ts';
import { beginReindex, reindex } from '../src/loading/reindex.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { sql } from '../src/store/sql.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { load, withServer } from './support/server.ts';
import { owner } from './support/unprivileged.ts';

const migrations = readMigrations(inPackage('migrations/sqlite'));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a new file appears with its folder, is found again, and leaves nothing beside it', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'data', 'facts.db');
  const store = openStore(path, migrations);
  await load(store, [bundleOf('a')]);
  await store.close();
  expect(readdirSync(join(folder, 'data'))).toEqual(['facts.db']);
  const again = openStore(path, migrations);
  expect(await again.revision()).toBe(1);
  await again.close();
});

test('a closed database can be read from a disk that can’t be written: it is not in WAL mode', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  const store = openStore(path, migrations);
  const journalMode = () => [...readFileSync(path).subarray(18, 20)];
  expect(journalMode()).toEqual([2, 2]);
  await load(store, [bundleOf('a')]);
  await store.close();
  expect(journalMode()).toEqual([1, 1]);
});

test('loading in bulk keeps all or nothing, alone with the file or while somebody else reads it', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  const store = openStore(path, migrations);
  onTestFinished(() => store.close());
  const loader = createBundleLoader(factTypes);
  const inBulk = (id: string, fail = false) =>
    store.writeBulk(async (queries) => {
      await loader.load(queries, bundleOf(id));
      if (fail) throw new Error('no more');
    });
  await inBulk('a');
  await expect(inBulk('b', true)).rejects.toThrow('no more');
  expect(await store.revision()).toBe(1);

  const other = openStore(path, migrations);
  const [revision] = await Promise.all([store.revision(), inBulk('c'), other.revision()]);
  expect([revision, await store.revision(), await other.revision()]).toEqual([1, 2, 2]);
  await other.close();
  expect(await journalModeOf(store)).toEqual([{ journal_mode: 'wal' }]);
});

function journalModeOf(store: Store) {
  return store.read((reading) => reading.rows(sql`pragma journal_mode`));
}

test.each([
  ['an empty file', (path: string) => writeFileSync(path, ''), /is empty: remove it/],
  [
    'a text',
    (path: string) => writeFileSync(path, 'hello '.repeat(999)),
    /can't be read as a database/,
  ],
  [
    'the database of another program',
    (path: string) => new Database(path).exec('CREATE TABLE t (x)').close(),
    /is a database of another program/,
  ],
  [
    'a folder',
    (path: string) => mkdirSync(path),
    /facts\.db is a folder: give the name of a file in it, as file:\S+\/facts\.db\/article-facts\.db$/,
  ],
  [
    'a device',
    (path: string) => symlinkSync('/dev/null', path),
    /facts\.db is no regular file: give the name of one, as file:PATH$/,
  ],
])('%s is refused and left as it is', (_name, write, message) => {
  const path = join(temporaryFolder(), 'facts.db');
  write(path);
  expect(() => openStore(path, migrations)).toThrow(message);
  expect(() => openStore(path, migrations)).toThrow(message);
});

test('the name of a folder is none of a database, whether or not the folder is there', () => {
  const folder = `${temporaryFolder()}/`;
  for (const name of [folder, `${folder}none/`]) {
    expect(() => openStore(name, migrations)).toThrow(`${name} is a folder: give the name of a `);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('where this user may not make a database, it is told that rights are missing, and where', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  for (const name of ['facts.db', 'a/b/facts.db']) {
    const env = { ...process.env, DATABASE_URL: `file:${join(folder, name)}` };
    const args = [inPackage('src/cli.ts'), 'verify', 'a', inPackage('package.json')];
    const { status, stderr } = spawnSync(process.execPath, args, { ...owner, env });
    const missing = `this user may not write in ${folder}; give it the right to, or choose another`;
    expect([status, stderr.toString()]).toEqual([1, expect.stringContaining(missing)]);
  }
});

test('a migration that fails leaves the database as it was and says which', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  await openStore(path, migrations).close();
  const broken = {
    name: '0002-broken.sql',
    sql: 'CREATE TABLE t (x); CREATE TABLE t (x)',
    digest: 'd',
  };
  expect(() => openStore(path, [...migrations, broken])).toThrow(
    /migration 0002-broken.sql failed/,
  );
  const store = openStore(path, migrations);
  await expect(store.read((reading) => reading.rows(sql`select * from t`))).rejects.toThrow(
    /no such table/,
  );
  await store.close();
});

test('a database that has had other migrations is refused', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  await openStore(path, migrations).close();
  const [first] = migrations;
  expect(() => openStore(path, [{ name: '0001-other.sql', sql: '', digest: 'd' }])).toThrow(
    /0001-facts.sql/,
  );
  expect(() => openStore(path, [{ name: '', sql: '', ...first, digest: 'changed' }])).toThrow(
    /does not know in that form/,
  );
});

test('what a start that was killed has left goes with the next one; what somebody writes stays', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'facts.db');
  const draft = (digit: number, end = '.partial') =>
    `${path}.${`${digit}`.repeat(8)}-0000-4000-8000-000000000000${end}`;
  const [killed, half, logOnly, earlier, written] = [0, 1, 2, 3, 4].map((digit) =>
    draft(digit, digit === 3 ? '' : undefined),
  ) as [string, string, string, string, string];
  for (const left of [killed, earlier]) {
    const database = new Database(left);
    database.exec('create table facts (id text)');
    database.close();
  }
  writeFileSync(half, 'SQLite format 3');
  writeFileSync(`${logOnly}-wal`, '');
  const writer = new Database(written);
  onTestFinished(() => void writer.close());
  writer.exec('create table facts (id text); begin exclusive');
  const others = ['facts.db.old', 'facts.db.1.partial', `other.db${draft(5).slice(path.length)}`];
  for (const other of others) writeFileSync(join(folder, other), '');

  await openStore(path, migrations).close();
  expect(readdirSync(folder).sort()).toEqual(['facts.db', basename(written), ...others].sort());
});

test('several servers that start at once migrate and seed once, and all serve', async () => {
  const folder = temporaryFolder();
  // Each of them finds what another one has left.
  for (let digit = 0; digit < 5; digit++)
    writeFileSync(
      join(folder, `facts.db.${`${digit}`.repeat(8)}-0000-4000-8000-000000000000.partial`),
      '',
    );
  const script = `
    import { openStore } from ${JSON.stringify(inPackage('src/store/sqlite/open.ts'))};
    import { readMigrations } from ${JSON.stringify(inPackage('src/store/migrations.ts'))};
    import { loadSeeds } from ${JSON.stringify(inPackage('src/loading/seed.ts'))};
    const store = openStore(${JSON.stringify(join(folder, 'facts.db'))}, readMigrations(${JSON.stringify(inPackage('migrations/sqlite'))}));
    await loadSeeds(store, ${JSON.stringify(inPackage('seed'))});
    console.log(await store.revision());
    await store.close();`;
  const starts = Array.from({ length: 6 }, () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]),
  );
  expect((await Promise.all(starts)).map(({ stdout }) => stdout.trim())).toEqual(
    Array(6).fill('1'),
  );
  // Those that close at the same moment may leave the log for the next one; drafts never stay.
  const drafts = readdirSync(folder).filter((name) => !/^facts\.db(-wal|-shm)?$/.test(name));
  expect(drafts).toEqual([]);
});

test('a write that throws leaves nothing behind, and the next one is not held up', async () => {
  const store = openStore(':memory:', migrations);
  onTestFinished(() => store.close());
  const failing = store.write(async (queries) => {
    await queries.run(sql`update state set revision = 99`);
    throw new Error('halfway');
  });
  const following = load(store, [bundleOf('a')]);
  await expect(failing).rejects.toThrow('halfway');
  expect(await following).toEqual([true]);
  expect(await store.revision()).toBe(1);
});

test('facts that were stored without their words are found once the index is made', async () => {
  const { store, get } = await withServer([bundleOf('a'), bundleOf('b')]);
  const everything = () => get('/v1/search?q=the+bridge&limit=100');
  const before = await everything();
  expect(before.data.length).toBeGreaterThan(0);
  await store.write(async (queries) => {
    await queries.run(sql`insert into search_terms (search_terms) values ('delete-all')`);
    for (const { name } of [...factTypes, { name: 'articles' }])
      await queries.run(sql`update ${sql.ref(name)} set terms = ''`);
    await queries.run(sql`update state set facts = 0, terms_version = 0, mark = 'without words'`);
  });
  expect((await everything()).data).toEqual([]);
  expect(await beginReindex(store)).toBe(true);
  await Array.fromAsync(reindex(store, factTypes));
  await store.write((queries) => queries.run(sql`update state set mark = 'with words'`));
  expect(await everything()).toEqual(before);
});
