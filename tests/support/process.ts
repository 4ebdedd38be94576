import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { inPackage } from '../../src/package.ts';

const root = inPackage('.');

/** A folder that is removed after the test. @param parent where; a disk unless given */
export function temporaryFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'article-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `npm start` in this environment, once it says where it listens. */
export async function start(env: Record<string, string>) {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(async () => void (await stop(child, 'SIGKILL')));
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const address = output.match(/listens on (\S+)/)?.[1];
    if (address !== undefined && output.includes('first look')) return { child, address, output };
  }
  throw new Error(`npm start ended: ${output}`);
}

/** One of our programs, running. */
export function begin(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [inPackage(program), ...args], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', SEED: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Where a server that has begun listens. */
export async function addressOf(server: ChildProcess): Promise<string> {
  const [output] = await once(server.stdout ?? server, 'data');
  return String(output).match(/listens on (\S+)/)?.[1] ?? '';
}

/** The whole group: npm, its shell and the server. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), signal);
  const [code] = await ended;
  return code;
}

/** Runs one of our programs to its end. */
export async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: root, env: { ...process.env, ...env } };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [inPackage(program), ...args],
      options,
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}
