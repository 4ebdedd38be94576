import type { ChildProcess } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { versionIn, versionOf } from '../bench/versions.ts';
import { createBundleLoader } from '../src/bundle/load.ts';
import { factTypes } from '../src/resources.ts';
import { bundleOf } from './support/article.ts';
import { addressOf, begin, run, temporaryFolder } from './support/process.ts';
import { countWhole, expectSound } from './support/sound.ts';

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  if (child.kill('SIGKILL')) await exited;
}

/** Asks again as long as the server says that it has too much to do: much else may run on the machine. */
async function fetchAgain(url: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const response = await fetch(url, init);
    if (response.status !== 503) return response;
    await response.arrayBuffer();
    await setTimeout(50);
  }
}

/** What a database with the seed, and its log, take before the log is brought back. */
const wholeBytes = 1_500_000;

/** What the files in that folder take. */
function bytesIn(folder: string): number {
  const sizeOf = (file: string) =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
  return readdirSync(folder).reduce((sum, file) => sum + sizeOf(file), 0);
}

/** Comes when the files in that folder take so much, or the program has ended. */
async function sizeIn(folder: string, program: ChildProcess, bytes: number): Promise<void> {
  const end = performance.now() + 4_000;
  while (program.exitCode === null && program.signalCode === null && performance.now() < end) {
    if (bytesIn(folder) > bytes) return;
    await setTimeout(1);
  }
}

/** Comes when something, or so much, is written to that file, or the program has ended. */
async function growthOf(path: string, writer: ChildProcess, bytes = 1): Promise<void> {
  const sizeOf = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const enough = sizeOf() + bytes;
  while (writer.exitCode === null && writer.signalCode === null && sizeOf() < enough)
    await setTimeout(1);
}

const key = { authorization: 'Bearer test-key', 'content-type': 'application/json' };
const apiKeys = `tests:${createHash('sha256').update('test-key').digest('hex')}`;

const { read } = createBundleLoader(factTypes);

/** How often something is killed in each test: KILL_ROUNDS says how often where there is time. */
const rounds = Number(process.env.KILL_ROUNDS ?? 5);
/** Three are killed in each of these. */
const creationRounds = Math.ceil(rounds / 2);
const timeLimit = 60_000 + rounds * 30_000;

/** Loading goes on where it was killed, and begins anew after three rounds. */
const loadRounds = 3 * Math.ceil(rounds / 6);

/** Where many were asked for, tells what came of them. */
function tell(figures: string): void {
  if (process.env.KILL_ROUNDS !== undefined) console.log(figures);
}

test(
  'whenever the server is killed, each acknowledged PUT is there and whole, any other one whole or absent',
  async () => {
    const path = join(temporaryFolder(), 'facts.db');
    const acknowledged = new Map<number, number>();
    const sent = new Map<number, number>();
    let acknowledgements = 0;

    for (let round = 0; ; round++) {
      const server = begin('src/main.ts', [], { DATABASE_URL: `file:${path}`, API_KEYS: apiKeys });
      const address = await addressOf(server);
      const urlOf = (article: number) =>
        `${address}/v1/articles/${versionOf(article, 0).article.id}/bundle`;

      for (const [article, last] of sent) {
        const response = await fetchAgain(urlOf(article));
        const confirmed = acknowledged.get(article);
        const possible = [confirmed, last].filter((number) => number !== undefined);
        if (response.status === 404) {
          expect(confirmed).toBeUndefined();
          continue;
        }
        const found = (await response.json()) as ReturnType<typeof versionOf>;
        expect(possible.map((number) => read(versionOf(article, number)).bundle)).toContainEqual(
          found,
        );
        // Whoever has read it counts on it, acknowledged or not.
        acknowledged.set(article, versionIn(found));
      }

      if (round === rounds) {
        await kill(server);
        break;
      }

      const begun = Promise.withResolvers<void>();
      let left = randomInt(1, 12);
      const client = async (first: number) => {
        for (let number = round * 1000; ; number++) {
          const article = first + 4 * (number % 3);
          sent.set(article, number);
          const body = JSON.stringify(versionOf(article, number));
          const response = await fetchAgain(urlOf(article), { method: 'PUT', headers: key, body });
          await response.arrayBuffer();
          expect(response.ok).toBe(true);
          acknowledged.set(article, number);
          acknowledgements++;
          if (--left === 0) begun.resolve();
        }
      };
      const clients = Promise.allSettled([0, 1, 2, 3].map(client));
      await begun.promise;
      await setTimeout(randomInt(30));
      await kill(server);
      for (const result of await clients)
        expect(result).toMatchObject({ reason: expect.any(TypeError) });
    }
    expectSound(path);
    expect(countWhole(path)).toBeGreaterThanOrEqual(acknowledged.size);
    expect(acknowledgements).toBeGreaterThanOrEqual(5);
    tell(`${rounds} kills under 4 writers, ${acknowledgements} PUTs acknowledged, none lost`);
  },
  timeLimit,
);

test(
  'whenever a server is killed while it makes its database, there is none or a whole one, and the next server starts',
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'facts.db');
    const env = { DATABASE_URL: `file:${path}`, SEED: 'on' };
    let whole = 0;
    for (let round = 0; round < creationRounds; round++) {
      // Several start at once, and are killed at moments of their own.
      const before = bytesIn(folder);
      const servers = [1, 2, 3].map(() => begin('src/main.ts', [], env));
      for (const server of servers) {
        await sizeIn(folder, server, before + randomInt(wholeBytes));
        await kill(server);
      }
      if (!existsSync(path)) continue;
      whole++;
      expectSound(path);
      expect([0, 1]).toContain(countWhole(path));
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
    }
    const server = begin('src/main.ts', [], env);
    expect((await fetch(`${await addressOf(server)}/v1/quotes`)).status).toBe(200);
    await kill(server);
    // What those that were killed have left goes with the next start.
    expect(readdirSync(folder).filter((file) => !/^facts\.db(-wal|-shm)?$/.test(file))).toEqual([]);
    expect(countWhole(path)).toBe(1);
    tell(
      `${3 * creationRounds} kills of servers that make a database, which was there ${whole} times`,
    );
  },
  timeLimit,
);

/** A folder of so many bundles, and where a database may be. */
function writeBundles(count: number) {
  const folder = temporaryFolder();
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  for (let index = 0; index < count; index++)
    writeFileSync(join(bundles, `${index}.json`), JSON.stringify(bundleOf(`a${index}`)));
  return { bundles, path: join(folder, 'facts.db') };
}

test.each([
  ['batch by batch', 600],
  ['in bulk', 1000],
])(
  'whenever load is killed %s, it leaves whole articles, and another one completes it',
  async (_, files) => {
    const { bundles, path } = writeBundles(files);
    const env = { DATABASE_URL: `file:${path}`, SEED: 'off' };

    let stored = 0;
    for (let round = 0; round < loadRounds; round++) {
      // What was stored in the rounds before would leave nothing to do.
      if (round % 3 === 0 && round > 0) {
        for (const suffix of ['', '-wal', '-shm', '-journal'])
          rmSync(path + suffix, { force: true });
        stored = 0;
      }
      const child = begin('src/cli.ts', ['load', bundles], env);
      await Promise.race([growthOf(`${path}-wal`, child), setTimeout(randomInt(400, 2500))]);
      await setTimeout(randomInt(200));
      await kill(child);
      if (!existsSync(path)) continue;
      expectSound(path);
      const now = countWhole(path);
      expect(now).toBeGreaterThanOrEqual(stored);
      stored = now;
    }
    expect(await run('src/cli.ts', ['load', bundles], env)).toEqual({
      code: 0,
      stdout: `${files - stored} new, 0 changed, ${stored} unchanged, 0 refused\n`,
      stderr: '',
    });
    expectSound(path);
    expect(countWhole(path)).toBe(files);
    tell(`${loadRounds} kills of load`);
  },
  timeLimit,
);

test.each([
  ['batch by batch', 900, /^interrupted: the other files were not loaded\n$/],
  ['in bulk', 3000, /^interrupted: nothing was stored\n$/],
])(
  'load that is interrupted %s says what it has stored, and that is whole',
  async (_, files, message) => {
    const { bundles, path } = writeBundles(files);
    const child = begin('src/cli.ts', ['load', bundles], { DATABASE_URL: `file:${path}` });
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    let told = '';
    child.stderr?.on('data', (chunk) => {
      told += chunk;
    });
    // More than a new database has, less than a batch.
    if (files < 1000) await growthOf(`${path}-wal`, child, 400_000);
    else await growthOf(`${path}-journal`, child);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(told).toMatch(message);
    const stored = countWhole(path);
    expect(stored).toBeLessThan(files);
    expect(printed).toBe(files < 1000 ? `${stored} new, 0 changed, 0 unchanged, 0 refused\n` : '');
    expectSound(path);
  },
  60_000,
);
