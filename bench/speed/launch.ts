import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inPackage } from '../../src/package.ts';
import { type Cores, type Place, prefixFor } from './machine.ts';

/** Starts a program on the cores of that place; however the benchmark ends, the program ends with it. */
export type Launch = (
  place: Place,
  command: string,
  args: readonly string[],
  options?: SpawnOptions,
) => ChildProcess;

/** @param ending when it is aborted, whatever still runs is killed */
export function createLaunch(cores: Cores | null, ending: AbortSignal): Launch {
  return (place, command, args, options = {}) => {
    const [program = '', ...rest] = [...prefixFor(cores, place), command, ...args];
    const child = spawn(program, rest, {
      cwd: inPackage('.'),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: ending,
      killSignal: 'SIGKILL',
      ...options,
    });
    // Whoever waits for the child hears of the error; nobody else has to.
    child.on('error', () => {});
    return child;
  };
}

/** @returns what the program wrote. @throws Error with the end of what it complained of, where it failed */
export async function runToEnd(child: ChildProcess): Promise<string> {
  let [output, complaint] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`${child.spawnargs.join(' ')} ended with ${code ?? signal}: ${complaint}`);
  return output;
}
