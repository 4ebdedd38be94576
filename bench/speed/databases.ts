import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { checkCounts, countFiles } from './expected.ts';
import type { LoadingFigures, SizeFigures } from './figures.ts';
import { type Launch, runToEnd } from './launch.ts';
import { readPeakMiB } from './memory.ts';
import { startOurs } from './servers.ts';

const factsPerArticle = 40;
const cache = inPackage('bench/.cache');

/** What bundles are generated from, and what a database is made by. */
const sources = {
  bundles: ['generate', 'synthetic', 'cast', 'text', 'words', 'random'].map(
    (it) => `bench/${it}.ts`,
  ),
  database: ['src', 'migrations', 'package.json'],
};

export interface Loaded {
  database: string;
  loading?: SizeFigures['loading'];
}

/**
 * A database with so many facts: made where there is none yet, or where it was made by another state of the
 * program; else the one of an earlier run.
 * @param timed whether it is to be made in any case, and the loading to be timed
 */
export async function provideDatabase(
  launch: Launch,
  { facts, timed, folder }: { facts: number; timed: boolean; folder: string },
): Promise<Loaded> {
  const bundles = await provideBundles(launch, facts);
  const database = join(cache, `${facts}.db`);
  const key = hashOf([bundles.key, ...sources.database]);
  if (!timed && isCurrent(database, key)) return { database };

  console.error(`loading ${facts} facts`);
  forget(database);
  const cold =
    timed && dropFiles() ? await load(launch, bundles.folder, join(folder, 'cold.db')) : null;
  removeDatabase(join(folder, 'cold.db'));
  // Reads every file, so that none has to come from the disk in the load that follows.
  const expected = countFiles(bundles.folder);
  const warm = await load(launch, bundles.folder, database);
  const server = await startOurs(launch, database);
  await checkCounts(server.address, expected);
  await server.stop();
  remember(database, key);
  return { database, loading: { warm, cold } };
}

async function provideBundles(launch: Launch, facts: number) {
  const articles = Math.round(facts / factsPerArticle);
  const folder = join(cache, `${facts}-bundles`);
  const key = hashOf([String(articles), ...sources.bundles]);
  if (!isCurrent(folder, key)) {
    console.error(`generating ${articles} articles`);
    forget(folder);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const args = [inPackage('bench/generate.ts'), String(articles), folder];
    await runToEnd(launch('both', process.execPath, args));
    remember(folder, key);
  }
  return { folder, key };
}

/** As whoever has the files does it, from starting the command to its end. */
async function load(launch: Launch, bundles: string, database: string): Promise<LoadingFigures> {
  removeDatabase(database);
  const env = { ...process.env, DATABASE_URL: `file:${database}`, SEED: 'off' };
  const begin = performance.now();
  const child = launch('both', process.execPath, [inPackage('src/cli.ts'), 'load', bundles], {
    env,
  });
  let peakMiB: number | null = null;
  const watching = setInterval(() => {
    peakMiB = readPeakMiB(child.pid ?? 0) ?? peakMiB;
  }, 100);
  try {
    await runToEnd(child);
  } finally {
    clearInterval(watching);
  }
  return { seconds: (performance.now() - begin) / 1000, peakMiB };
}

/** Of what the system has read of the disk, nothing is left in memory. Only root may ask for it, on Linux. */
function dropFiles(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '1');
    return true;
  } catch {
    return false;
  }
}

export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
    const path = inPackage(part);
    if (!existsSync(path)) continue;
    const names = part.includes('.')
      ? ['']
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((it) => it.includes('.'));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(path, name)));
  }
  return hash.digest('hex');
}

function isCurrent(path: string, key: string): boolean {
  return existsSync(`${path}.key`) && readFileSync(`${path}.key`, 'utf8') === key;
}

function remember(path: string, key: string): void {
  writeFileSync(`${path}.key`, key);
}

function forget(path: string): void {
  rmSync(`${path}.key`, { force: true });
}
