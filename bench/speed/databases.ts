import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { type Database, type Engine, titles } from './engines.ts';
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
  database: Database;
  loading?: SizeFigures['loading'];
}

/**
 * A database with so many facts: made where there is none yet, or where it was made by another state of the
 * program; else the one of an earlier run.
 * @param timed whether it is to be made in any case, and the loading to be timed
 */
export async function provideDatabase(
  launch: Launch,
  engine: Engine,
  { facts, timed }: { facts: number; timed: boolean },
): Promise<Loaded> {
  const bundles = await provideBundles(launch, facts);
  const database = { name: String(facts), isKept: true };
  const mark = join(cache, `${facts}.${engine.name}`);
  const key = hashOf([bundles.key, ...sources.database]);
  if (!timed && isCurrent(mark, key)) return { database };

  console.error(`loading ${facts} facts into ${titles[engine.name]}`);
  forget(mark);
  const aside = { name: 'cold', isKept: false };
  const cold = timed && dropFiles() ? await load(launch, engine, bundles.folder, aside) : null;
  await engine.remove(aside);
  // Reads every file, so that none has to come from the disk in the load that follows.
  const expected = countFiles(bundles.folder);
  const warm = await load(launch, engine, bundles.folder, database);
  const server = await startOurs(launch, engine.urlOf(database));
  await checkCounts(server.address, expected);
  await server.stop();
  remember(mark, key);
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
async function load(
  launch: Launch,
  engine: Engine,
  bundles: string,
  database: Database,
): Promise<LoadingFigures> {
  await engine.create(database);
  const env = { ...process.env, DATABASE_URL: engine.urlOf(database), SEED: 'off' };
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
