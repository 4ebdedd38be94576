import { spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { examineAsCurrent } from '../src/commands/doctor.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf } from './support/article.ts';
import { databaseOf } from './support/database.ts';
import { addressOf, begin, run, temporaryFolder } from './support/process.ts';

const articles = (count: number) =>
  Array.from({ length: count }, (_, index) => syntheticArticle(7, index).bundle);

const settings = (path: string) => ({ DATABASE_URL: `file:${path}`, SEED: 'off' });
const backUp = (path: string, ...args: string[]) =>
  run('src/cli.ts', ['backup', ...args], settings(path));
const expectWhole = (path: string) =>
  expect([...examineAsCurrent(path)].filter(({ ok }) => !ok)).toEqual([]);

const apiKeys = `tests:${createHash('sha256').update('test-key').digest('hex')}`;
const headers = { authorization: 'Bearer test-key', 'content-type': 'application/json' };

async function serve(path: string): Promise<string> {
  return addressOf(begin('src/main.ts', [], { ...settings(path), API_KEYS: apiKeys }));
}

/** By article, with which revision it is stored. */
async function revisionsOf(address: string): Promise<Map<string, number>> {
  const response = await fetch(`${address}/v1/articles?limit=100`);
  const { data } = (await response.json()) as { data: { id: string; revision: number }[] };
  return new Map(data.map(({ id, revision }) => [id, revision]));
}

/** Where a mirror that has followed all changes goes on. */
async function resumeOf(address: string): Promise<string> {
  for (let cursor = ''; ; ) {
    const response = await fetch(`${address}/v1/changes?limit=100${cursor}`);
    const { page, resume } = (await response.json()) as {
      page: { next: string | null };
      resume: string;
    };
    if (page.next === null) return resume;
    cursor = `&cursor=${resume}`;
  }
}

test('a backup taken while the server is written to has one state: every PUT up to its revision, and none after', async () => {
  const path = await databaseOf(articles(60));
  const address = await serve(path);
  const stored = await revisionsOf(address);
  const puts: { id: string; revision: number }[] = [];
  let isOver = false;
  const client = async (name: string) => {
    for (let number = 0; !isOver; number++) {
      const id = `${name}-${number % 3}`;
      const body = JSON.stringify(
        bundleOf(id, ({ article }) => Object.assign(article.title, { en: `Version ${number}` })),
      );
      const url = `${address}/v1/articles/${id}/bundle`;
      const response = await fetch(url, { method: 'PUT', headers, body });
      expect(response.ok).toBe(true);
      const { article } = (await response.json()) as { article: { revision: number } };
      puts.push({ id, revision: article.revision });
    }
  };
  const clients = Promise.all(['a', 'b', 'c'].map(client));
  // The first one waits until the thread that writes has started.
  await vi.waitFor(() => expect(puts).not.toEqual([]), { timeout: 30_000 });
  const copies: { copy: string; revision: number; known: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const copy = join(temporaryFolder(), 'copy.db');
    const known = puts.length;
    const { code, stdout, stderr } = await backUp(path, copy);
    expect([code, stderr]).toEqual([0, '']);
    expect(puts.length).toBeGreaterThan(known);
    const [, revision, count, bytes] =
      /copy\.db: revision (\d+), (\d+) articles, (\d+) bytes\n$/.exec(stdout) ?? [];
    expect(Number(bytes)).toBe(statSync(copy).size);
    expect(Number(count)).toBeGreaterThanOrEqual(60);
    copies.push({ copy, revision: Number(revision), known });
  }
  isOver = true;
  await clients;
  const resume = await resumeOf(address);

  for (const { copy, revision, known } of copies) {
    const expected = new Map(stored);
    const before = puts.filter((put) => put.revision <= revision);
    for (const put of before.sort((left, right) => left.revision - right.revision))
      expected.set(put.id, put.revision);
    // What was acknowledged before the backup began is in it.
    expect(before.length).toBeGreaterThanOrEqual(known);
    expect(puts.length).toBeGreaterThan(before.length);
    expectWhole(copy);
    const restored = await serve(copy);
    expect(await revisionsOf(restored)).toEqual(expected);
    // Who followed the changes up to one that the copy is without begins again.
    expect((await fetch(`${restored}/v1/changes?cursor=${resume}`)).status).toBe(410);
  }
}, 60_000);

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
  'a backup that is ended by %s at any time leaves no half file, and the next one nothing of it',
  async (signal) => {
    const path = await databaseOf(articles(60));
    for (let round = 0; round < 4; round++) {
      const copy = join(temporaryFolder(), 'copy.db');
      const names = () => readdirSync(dirname(copy));
      const child = begin('src/cli.ts', ['backup', copy], settings(path));
      const closed = once(child, 'close');
      let told = '';
      child.stderr?.on('data', (chunk) => {
        told += chunk;
      });
      // From the first byte on, until it is checked.
      while (names().length === 0 && child.exitCode === null) await setTimeout(1);
      await setTimeout(randomInt(400));
      child.kill(signal);
      const [code] = await closed;
      if (existsSync(copy)) expectSound(copy);
      if (signal === 'SIGKILL') {
        // What checks a copy may outlive the one who was killed, and keeps it locked for a moment.
        const again = async () => {
          expect(await backUp(path, '--force', copy)).toMatchObject({ code: 0, stderr: '' });
          return names();
        };
        await expect.poll(again, { timeout: 20_000 }).toEqual(['copy.db']);
        expectSound(copy);
      }
      // Null: it was done already, and its process about to end.
      else if (code === 0 || code === null) expect([told, names()]).toEqual(['', ['copy.db']]);
      else
        expect([code, told, names()]).toEqual([
          130,
          'interrupted: no backup was made; run it again\n',
          [],
        ]);
    }
  },
  60_000,
);

function expectSound(path: string): void {
  const database = new Database(path, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.prepare('select count(*) from articles').pluck().get()).toBe(60);
  database.close();
}

test('a backup says in one line why there is none, what to do, and leaves nothing', async () => {
  const path = await databaseOf(articles(1));
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('taken.db'), 'of somebody');
  mkdirSync(at('sub'));
  const foreign = new Database(at('foreign.db'));
  foreign.exec('create table notes (text)');
  foreign.close();
  const refused: [database: string, args: string[], message: RegExp][] = [
    [
      path,
      [at('taken.db')],
      /taken\.db is there already: choose another name, or replace it by --force/,
    ],
    [path, [at('sub')], /sub is a folder: give a name in it/],
    [path, [at('none/copy.db')], /none is no folder: make it, or choose another/],
    [path, [at('taken.db/copy.db')], /taken\.db is no folder: make it, or choose another/],
    [path, ['--force', path], /facts\.db is the database itself: choose another name/],
    [at('none.db'), [at('copy.db')], /there is no database at .*none\.db: DATABASE_URL says where/],
    [at('taken.db'), [at('copy.db')], /taken\.db can't be read as a database/],
    [at('foreign.db'), [at('copy.db')], /foreign\.db is a database of another program/],
    [':memory:', [at('copy.db')], /^a database in memory is gone with its process/],
  ];
  const before = readdirSync(folder);
  for (const [database, args, message] of refused) {
    const env = database === ':memory:' ? { DATABASE_URL: database } : settings(database);
    const { code, stdout, stderr } = await run('src/cli.ts', ['backup', ...args], env);
    expect(stderr).toMatch(message);
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(readdirSync(folder)).toEqual(before);
  }
  expect(readFileSync(at('taken.db'), 'utf8')).toBe('of somebody');
  expect(await backUp(path, '--force', at('taken.db'))).toMatchObject({ code: 0 });
  expectWhole(at('taken.db'));
});

test('a backup has the rights of the database, and what is damaged there is told', async () => {
  const path = await databaseOf(articles(20));
  const copy = join(temporaryFolder(), 'copy.db');
  chmodSync(path, 0o600);
  expect(await backUp(path, copy)).toMatchObject({ code: 0 });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 40, 4096 * 44);
  writeFileSync(path, bytes);
  const { code, stderr } = await backUp(path, '--force', copy);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^there is no backup, as what was read is not whole \(/),
  ]);
  expect(stderr.trimEnd()).not.toContain('\n');
  expectOnly(copy);
});

function expectOnly(copy: string): void {
  expect(readdirSync(dirname(copy))).toEqual(['copy.db']);
}

/** In a shell of a file system of so many KiB, where the one who runs it may make one. */
function onSmallDisk(kibibytes: number, script: string, env: Record<string, string>) {
  const folder = temporaryFolder();
  const mount = `mount -t tmpfs -o size=${kibibytes}k none "${folder}" && cd "${folder}" && ${script}`;
  return spawnSync('unshare', ['-rm', 'sh', '-c', mount], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const command = `"${process.execPath}" "${inPackage('src/cli.ts')}" backup copy.db; echo "code $?"; ls -A`;

test.runIf(canMount)('where the disk has too little room, it says how much is needed', async () => {
  const path = await databaseOf(articles(20));
  const { stdout, stderr } = onSmallDisk(256, command, settings(path));
  expect(stderr).toMatch(
    /^the disk of \S+ has no room for \d+ MiB: make room, or choose another folder\n$/,
  );
  expect(stdout).toBe('code 1\n');
});

test.skipIf(process.platform === 'win32')(
  'where the disk fails halfway, nothing is left',
  async () => {
    const path = await databaseOf(articles(20));
    const folder = temporaryFolder();
    // No file may have more than so many blocks.
    const script = `cd "${folder}"; trap '' XFSZ; ulimit -f 400; ${command}`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], {
      env: { ...process.env, ...settings(path) },
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^can't copy into \S+ \(disk I\/O error\): check its disk[^\n]+\n$/);
    expect(stdout).toBe('code 1\n');
  },
);
