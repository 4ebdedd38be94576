import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { inPackage } from '../../src/package.ts';
import type { Figures } from './figures.ts';

/** Lists of cores as taskset takes them. */
export interface Cores {
  server: string;
  load: string;
  both: string;
}

/** The first two cores this process may run on; null where there are none to divide, or no way to. */
export function findCores(): Cores | null {
  if (!isThere('taskset')) return null;
  const told = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' });
  const [server, load] = readList(told.slice(told.lastIndexOf(':') + 1));
  if (server === undefined || load === undefined) return null;
  return { server: String(server), load: String(load), both: `${server},${load}` };
}

export type Place = keyof Cores;

/** What stands before a command that is to run on the cores of that place. */
export function prefixFor(cores: Cores | null, place: Place): string[] {
  return cores === null ? [] : ['taskset', '-c', cores[place]];
}

/** 0-2,5 is 0, 1, 2, 5. */
function readList(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** All threads of this process, which asks and reads too, go to the core of the load. */
export function pinItself({ load }: Cores): void {
  execFileSync('taskset', ['-acp', load, String(process.pid)]);
}

export function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function describeMachine(cores: Cores | null, load: string): Figures['machine'] {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    load,
    pinned:
      cores === null
        ? 'not pinned: taskset or a second core is missing'
        : `server on core ${cores.server}, load on core ${cores.load}`,
    busyBefore: loadavg()[0] ?? 0,
    commit: readCommit(),
  };
}

function readCommit(): string {
  try {
    const args = ['describe', '--always', '--dirty'];
    return execFileSync('git', args, {
      cwd: inPackage('.'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
