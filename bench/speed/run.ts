import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { openEngine } from './engines.ts';
import type { Figures } from './figures.ts';
import { createLaunch } from './launch.ts';
import { createLoad } from './load.ts';
import { describeMachine, findCores, pinItself } from './machine.ts';
import { measureSize } from './measure-size.ts';
import { type Options, readOptions, usage } from './options.ts';
import { report } from './report.ts';
import { writeResults } from './results.ts';
import { startBare } from './servers.ts';
import { measureStartsWithSeed } from './start-times.ts';

// npm run bench: how many answers a second this server gives beside a bare one, and what else it costs.

const cache = inPackage('bench/.cache');
/** A run of chosen sizes or cases doesn't replace the figures of a whole one. */
const results = { whole: inPackage('bench/results'), part: join(cache, 'results') };

const ending = new AbortController();
let interrupted: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    interrupted = signal;
    ending.abort();
  });

const options = readOptionsOrExit();
const cores = findCores();
const launch = createLaunch(cores, ending.signal);
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'run-'));
const engines = { cache, folder, cores };
const load = createLoad({ ...options, launch, folder });
const tools = { launch, load, ending: ending.signal };
const figures: Figures = {
  date: new Date().toISOString().slice(0, 10),
  machine: describeMachine(cores, load.name),
  options: { ...options, chosen: [...options.chosen] },
  sizes: [],
};
let isComplete = false;
try {
  if (cores !== null) pinItself(cores);
  const bare = await startBare(launch);
  for (const name of options.engines) {
    const engine = await openEngine(name, engines);
    try {
      if (options.chosen.has('start') && name === 'sqlite')
        figures.startWithSeed = await measureStartsWithSeed(launch, engine, options.rounds);
      for (const facts of options.facts)
        figures.sizes.push(await measureSize({ ...tools, bare }, engine, options, facts));
    } finally {
      await engine.close();
    }
  }
  isComplete = figures.sizes.every(({ failed }) => failed.length === 0);
  if (!isComplete) process.exitCode = 1;
} catch (error) {
  console.error(interrupted ? `ended by ${interrupted}` : error);
  process.exitCode = interrupted ? 130 : 1;
} finally {
  ending.abort();
  rmSync(folder, { recursive: true, force: true });
}
// Where something fails, what was measured beside it isn't lost.
if (figures.sizes.length > 0) {
  const into = isComplete && options.isWhole ? results.whole : results.part;
  writeResults(into, figures);
  console.log(`${report(figures)}\n`);
  console.error(`The table, the curves and all figures are in ${into}`);
}

function readOptionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
