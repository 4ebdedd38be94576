/**
 * Uses the real server, as a process, for as long as is wanted: several clients read all that there is to be
 * read while others put, replace and remove articles. Prints one line of figures; exits with 1 where there was
 * an error, or an acknowledged write isn't there afterwards. `npm run soak -- --help` lists the options.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startCluster } from '../../tests/support/cluster.ts';
import { createLaunch } from '../speed/launch.ts';
import { startOurs } from '../speed/servers.ts';
import { materialOf } from './material.ts';
import { type Options, readOptions, usage } from './options.ts';
import { readOn } from './readers.ts';
import { createTally } from './tally.ts';
import { slopeOf, watch } from './watch.ts';
import { createWriter } from './writers.ts';

const [readers, writers, articlesEach] = [6, 2, 150];

try {
  const args = process.argv.slice(2);
  if (args.includes('--help')) console.log(usage);
  else await soak(readOptions(args));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function soak({ minutes, database, postgres, pauseMs }: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-soak-'));
  // As careful as one that keeps what it is given.
  const cluster = postgres ? await startCluster({}) : null;
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  const dying = new AbortController();
  try {
    const place = database ?? cluster?.url ?? join(folder, 'facts.db');
    const launch = createLaunch(null, dying.signal);
    const server = await startOurs(launch, place);
    const tally = createTally(server.address);
    const own = Array.from({ length: writers }, (_, writer) =>
      createWriter(
        String(writer),
        Array.from({ length: articlesEach }, (_, index) => index * writers + writer),
        pauseMs,
      ),
    );
    const materials = own.flatMap(({ articles }) => articles.map(materialOf));
    const watching = watch(server.address, ending.signal);
    const clients = [
      ...own.map((it) => it.writeOn(tally, ending.signal)),
      ...Array.from({ length: readers }, (_, reader) =>
        readOn(tally, { name: String(reader), materials, pauseMs }, ending.signal),
      ),
    ];
    await setTimeout(minutes * 60_000, undefined, { signal: ending.signal }).catch(() => {});
    ending.abort();
    await Promise.all(clients);
    const { longestStallMs, memory } = await watching;
    await server.stop();

    // What was acknowledged is looked for by a server that has kept nothing in its memory.
    const again = await startOurs(launch, place);
    const looking = createTally(again.address);
    const lost = (await Promise.all(own.map((it) => it.findLost(looking)))).flat();
    await again.stop();

    const half = memory.slice(Math.floor(memory.length / 2));
    const errors = [...tally.errors(), ...looking.errors(), ...lost];
    const acknowledged = own.reduce((sum, it) => sum + it.acknowledged(), 0);
    for (const error of errors.slice(0, 20)) console.error(error);
    const figures = [
      `${minutes} minutes on ${place.startsWith('postgres') ? 'PostgreSQL' : 'SQLite'}`,
      `${tally.requests()} requests`,
      `${tally.errors().length} errors`,
      `${tally.refused()} told to come back`,
      `p99 ${tally.p99().toFixed(0)} ms`,
      `longest stall ${longestStallMs.toFixed(0)} ms`,
      `memory ${half.at(-1)?.[1].toFixed(0)} MiB, ${slopeOf(half).toFixed(1)} MiB an hour`,
      `${acknowledged} writes acknowledged`,
      `${materials.length - lost.length} of ${materials.length} articles as they were written last`,
    ];
    console.log(figures.join('; '));
    process.exitCode = errors.length === 0 ? 0 : 1;
  } finally {
    dying.abort();
    await cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
