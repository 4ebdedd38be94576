import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { randomOf } from '../bench/random.ts';
import { versionOf } from '../bench/versions.ts';
import { inPackage } from '../src/package.ts';
import { type Failure, failures, type Luck } from './power/replay.ts';
import { addressOf, begin, temporaryFolder } from './support/process.ts';
import { countWhole, expectSound } from './support/sound.ts';

/** How often the power fails; once in the tests, more where there is time. */
const count = Number(process.env.POWER_FAILURES ?? 60);
const random = randomOf('power', process.env.POWER_SEED ?? 1);

const hasCompiler = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0;

/** What notes all that a process does to the files of a folder; needs a C compiler. */
function watchFolder() {
  // In memory, where there is such a place: what a disk would keep is worked out.
  const parent = temporaryFolder(existsSync('/dev/shm') ? '/dev/shm' : undefined);
  const [library, trace, folder, found] = ['trace.so', 'trace', 'data', 'found'].map((name) =>
    join(parent, name),
  ) as [string, string, string, string];
  mkdirSync(folder);
  mkdirSync(found);
  writeFileSync(trace, '');
  const source = inPackage('tests/power/trace.c');
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return {
    folder,
    found,
    trace,
    env: { LD_PRELOAD: library, POWER_FOLDER: folder, POWER_TRACE: trace, UV_USE_IO_URING: '0' },
    /** How much has been noted so far. */
    now: () => statSync(trace).size,
  };
}

const lucks: readonly Luck[] = ['nothing', 'anything', 'everything'];

/** Half of them at moments that are given, the others at any. */
function chooseFailures(moments: readonly number[], end: number): Failure[] {
  return Array.from({ length: count }, (_, index) => ({
    at: index % 2 === 0 ? random.pick(moments) : random.below(end),
    luck: random.pick(lucks),
  }));
}

/** A change of an article that was sent: its version, null where it was to be removed. */
interface Change {
  article: number;
  version: number | null;
  sentAt: number;
  /** Infinity where nobody has said so. */
  acknowledgedAt: number;
}

const authorization = 'Bearer test-key';
const apiKeys = `tests:${createHash('sha256').update('test-key').digest('hex')}`;

/** Of the article, what may be stored after a failure then: what was acknowledged last, and what was sent since. */
function possibleVersions(changes: readonly Change[], at: number): (number | null)[] {
  const last = changes.findLastIndex(({ acknowledgedAt }) => acknowledgedAt <= at);
  const since = changes.slice(last + 1).filter(({ sentAt }) => sentAt <= at);
  return [last < 0 ? null : (changes[last]?.version ?? null), ...since.map((it) => it.version)];
}

function storedVersions(path: string): Map<string, number> {
  const database = new Database(path);
  const rows = database
    .prepare<[], { id: string; title: string }>(
      `SELECT id, document ->> '$.title.en' AS title FROM articles`,
    )
    .all();
  database.close();
  return new Map(rows.map(({ id, title }) => [id, Number(title.split(' ')[1])]));
}

test.skipIf(!hasCompiler)(
  'whenever the power fails, each acknowledged change is there and whole, and the database is sound',
  async () => {
    const { folder, found, trace, env, now } = watchFolder();
    const articles = 12;
    const changes = Array.from({ length: articles }, (): Change[] => []);

    async function write(address: string, writes: number): Promise<void> {
      const client = async (own: number[]) => {
        for (let index = 0; index < writes; index++) {
          const article = random.pick(own);
          const mine = changes[article] as Change[];
          const isThere = typeof mine.at(-1)?.version === 'number';
          const version = isThere && random.chance(0.2) ? null : mine.length;
          const change = { article, version, sentAt: now(), acknowledgedAt: Infinity };
          mine.push(change);
          const url = `${address}/v1/articles/${versionOf(article, 0).article.id}/bundle`;
          const sent =
            version === null
              ? { method: 'DELETE', headers: { authorization } }
              : {
                  method: 'PUT',
                  headers: { authorization, 'content-type': 'application/json' },
                  body: JSON.stringify(versionOf(article, version)),
                };
          let response = await fetch(url, sent);
          // Much else may run on the machine.
          while (response.status === 503) {
            await response.text();
            await setTimeout(50);
            response = await fetch(url, sent);
          }
          expect(response.ok, await response.text()).toBe(true);
          change.acknowledgedAt = now();
        }
      };
      const numbers = Array.from({ length: articles }, (_, article) => article);
      const owns = [0, 1, 2].map((writer) => numbers.filter((it) => it % 3 === writer));
      await Promise.all(owns.map(client));
    }

    // From nothing, with an orderly end between; then killed.
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      // The server makes the folders, too.
      const path = join(folder, 'data', 'facts', 'facts.db');
      const server = begin('src/main.ts', [], {
        ...env,
        DATABASE_URL: `file:${path}`,
        API_KEYS: apiKeys,
      });
      await write(await addressOf(server), 25);
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    }

    const moments = changes.flat().map(({ acknowledgedAt }) => acknowledgedAt);
    let lookedAt = 0;
    const whens = chooseFailures(moments, now());
    for (const failure of failures(trace, whens, random, found)) {
      const told = `${failure.luck} at ${failure.at}`;
      const path = join(failure.folder, 'facts.db');
      const stored = existsSync(path) ? storedVersions(path) : new Map<string, number>();
      for (const [article, those] of changes.entries()) {
        const version = stored.get(versionOf(article, 0).article.id) ?? null;
        expect(possibleVersions(those, failure.at), `${told}: ${article}`).toContain(version);
      }
      if (existsSync(path)) {
        expectSound(path);
        expect(countWhole(path)).toBe(stored.size);
      }
      lookedAt++;
    }
    expect(lookedAt).toBe(count);
  },
  300_000,
);

test.skipIf(!hasCompiler)(
  'a database that doesn’t wait for the disk is found to lose what it acknowledged',
  async () => {
    const { folder, found, trace, env, now } = watchFolder();
    const program = join(found, '..', 'careless.mjs');
    writeFileSync(
      program,
      `import Database from ${JSON.stringify(import.meta.resolve('better-sqlite3'))};
       const database = new Database(${JSON.stringify(join(folder, 'facts.db'))});
       database.pragma('journal_mode = WAL');
       database.pragma('synchronous = NORMAL');
       database.exec('CREATE TABLE facts (number INTEGER)');
       database.pragma('wal_checkpoint(TRUNCATE)');
       const insert = database.prepare('INSERT INTO facts VALUES (?)');
       for (let number = 0; number < 10; number++) insert.run(number);
       process.kill(process.pid, 'SIGKILL');`,
    );
    spawnSync(process.execPath, [program], { env: { ...process.env, ...env } });
    const rows = (['nothing', 'everything'] as const).map((luck) => {
      const [failure] = failures(trace, [{ at: now(), luck }], random, found);
      const database = new Database(join(failure?.folder ?? '', 'facts.db'));
      const number = database.prepare('SELECT count(*) FROM facts').pluck().get();
      database.close();
      return number;
    });
    expect(rows).toEqual([0, 10]);
  },
  60_000,
);
