import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { examineAsCurrent } from '../src/commands/doctor.ts';
import { bundleOf } from './support/article.ts';
import { databaseOf } from './support/database.ts';
import { addressOf, begin, run, temporaryFolder } from './support/process.ts';

const database = (articles = 12) =>
  databaseOf([
    bundleOf('a'),
    ...Array.from({ length: articles }, (_, index) => syntheticArticle(3, index).bundle),
  ]);

function change(path: string, sql: string): void {
  const database = new Database(path);
  database.pragma('foreign_keys = off');
  database.unsafeMode();
  database.exec(sql);
  database.close();
}

const settings = (path: string) => ({ DATABASE_URL: `file:${path}`, SEED: 'off' });

/** What doctor finds wrong, by the name of the check. */
function examine(path: string): Record<string, string> {
  const wrong = [...examineAsCurrent(path)].filter(({ ok }) => !ok);
  return Object.fromEntries(wrong.map((it) => [it.check, `${it.detail}: ${it.remedy}`]));
}

test('doctor finds nothing wrong with a whole database, a line a check, and changes nothing', async () => {
  const path = await database();
  const before = readFileSync(path);
  const { code, stdout, stderr } = await run('src/cli.ts', ['doctor'], settings(path));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual([
    'ok file',
    'ok schema',
    'ok pages',
    'ok references',
    'ok history',
    'ok counts',
    'ok statements',
    'ok words',
    'ok disk',
    'ok log',
    'ok rights',
    '',
  ]);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(examine(await databaseOf([]))).toEqual({});
});

const damages: [what: string, sql: string, found: Record<string, RegExp>][] = [
  [
    'a revision that never was',
    'update state set revision = revision + 1',
    { history: /revision is 14, but 13 changes.*put back/ },
  ],
  ['a mark of another state', "update state set mark = 'x'", { history: /mark is not that/ }],
  ['no state', 'delete from state', { history: /no row/, words: /no row/ }],
  ['a change that is gone', 'delete from changes where revision = 4', { history: /12 changes/ }],
  [
    'an article that is gone',
    "drop trigger words_of_deleted; delete from articles where id = 'a'",
    { schema: /trigger words_of_deleted is missing/, references: /records refers/ },
  ],
  ['a wrong number of words', 'update state set facts = facts - 1', { words: /are counted/ }],
  [
    'words of another version',
    'update state set terms_version = 1',
    { words: /version 1, not 2: start this version’s server/ },
  ],
  [
    'words that are being made anew',
    'update state set terms_version = -1',
    { words: /made anew.*let a server/ },
  ],
  [
    'a fact without words',
    'delete from search_terms where rowid = (select number from quotes limit 1); update state set facts = facts - 1',
    { words: /1 facts and articles are not indexed/ },
  ],
  [
    'a fact without its article',
    'update quotes set number = (99 << 20) where number = (select max(number) from quotes)',
    { words: /not indexed/ },
  ],
  [
    'a place in the text that is gone',
    'delete from anchors where number = (select max(number) from anchors)',
    { counts: /mentions, \d+ are there/ },
  ],
  [
    'an actor of whom nothing is stated',
    "delete from statements where type = 'actors' and id = 'ada-stein'",
    { counts: /actors/, statements: /not what the articles state/ },
  ],
  [
    'a statement counted once more',
    "update statements set count = count + 1 where (id, field) = ('ada-stein', 'kind')",
    { statements: /not what the articles state/ },
  ],
  ['a record that is gone', 'delete from records where article = 1', { statements: /records of/ }],
  [
    'a reference to an article that isn’t there',
    "insert into records values (999, 'actors', 'x')",
    { references: /a row of records refers to one of articles/, statements: /records/ },
  ],
  ['a table that is gone', 'drop table links', { schema: /table links is missing/ }],
  [
    'an index that is gone',
    'drop index quotes_by_kind',
    { schema: /index quotes_by_kind is missing/ },
  ],
  [
    'a table of somebody',
    'create table notes (text)',
    { schema: /table notes is not of this version/ },
  ],
  [
    'a migration of another version',
    "insert into migrations values ('0009-later.sql', 'x')",
    { schema: /0009-later.*use the version that wrote it/ },
  ],
  ['no migration', 'delete from migrations', { schema: /has not had migration 0001/ }],
];

test.each(damages)('doctor finds %s, and nothing else', async (_, sql, found) => {
  const path = await database();
  change(path, sql);
  const wrong = examine(path);
  expect(wrong).toEqual(
    Object.fromEntries(
      Object.entries(found).map(([check, message]) => [check, expect.stringMatching(message)]),
    ),
  );
});

test('doctor finds any page that was overwritten', async () => {
  const path = await database(4);
  const whole = readFileSync(path);
  const pages = whole.length / 4096;
  for (let page = 1; page < pages; page++) {
    const bytes = Buffer.from(whole);
    bytes.fill(0x5a, page * 4096, (page + 1) * 4096);
    writeFileSync(path, bytes);
    const wrong = examine(path);
    expect(Object.keys(wrong), `page ${page}`).not.toEqual([]);
  }
}, 60_000);

test('doctor fails where something is wrong, and says so in its line, or as JSON', async () => {
  const path = await database(1);
  change(path, 'update state set terms_version = 1');
  const told = await run('src/cli.ts', ['doctor'], settings(path));
  expect([told.code, told.stderr]).toEqual([1, '']);
  expect(told.stdout).toContain(
    '\nwrong  words       are of version 1, not 2: start this version’s server: it makes them anew while it serves\n',
  );
  const { code, stdout } = await run('src/cli.ts', ['doctor', '--json'], settings(path));
  const { database: file, ok, checks } = JSON.parse(stdout);
  expect([code, file, ok, checks.length]).toEqual([1, path, false, 11]);
  expect(checks).toContainEqual({
    check: 'words',
    ok: false,
    detail: 'are of version 1, not 2',
    remedy: 'start this version’s server: it makes them anew while it serves',
  });
  const memory = await run('src/cli.ts', ['doctor'], { DATABASE_URL: ':memory:' });
  expect([memory.code, memory.stderr]).toEqual([
    1,
    expect.stringMatching(/^[^\n]+memory[^\n]+\n$/),
  ]);
});

test('doctor says of what is no database of ours what to do', async () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('empty.db'), '');
  writeFileSync(at('text.db'), 'This is a text, and no database.'.repeat(100));
  change(at('foreign.db'), 'create table notes (text)');
  const cut = await database(4);
  writeFileSync(cut, readFileSync(cut).subarray(0, 40_000));
  expect(examine(at('none.db'))).toEqual({ file: expect.stringMatching(/is not there/) });
  expect(existsSync(at('none.db'))).toBe(false);
  expect(examine(folder)).toEqual({ file: expect.stringMatching(/is no file/) });
  expect(examine(at('empty.db'))).toEqual({
    file: expect.stringMatching(/is empty: remove/),
  });
  expect(examine(at('text.db'))).toEqual({ file: expect.stringMatching(/put back a copy/) });
  expect(examine(at('foreign.db'))).toEqual({
    file: expect.stringMatching(/another program/),
  });
  expect(examine(cut)).not.toEqual({});
});

test('doctor looks at a database that a server has open', async () => {
  const path = await database();
  const address = await addressOf(begin('src/main.ts', [], settings(path)));
  expect(examine(path)).toEqual({});
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
});

test('doctor says that another process has locked the database, and takes that for no damage', async () => {
  const path = await database(1);
  const other = new Database(path);
  onTestFinished(() => void other.close());
  other.exec('begin exclusive');
  expect(await run('src/cli.ts', ['doctor'], settings(path))).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^wrong {2}file [^\n]+ is in use by another process[^\n]+\n$/),
    stderr: '',
  });
});
