import { execFile } from 'node:child_process';
import { delimiter, isAbsolute } from 'node:path';
import { promisify } from 'node:util';
import { inPackage } from '../src/package.ts';
import type { Command } from './generator.ts';

/**
 * Runs it in the folder and gives what it prints; the package's own programs are found first.
 *
 * @throws Error with what it printed
 */
export async function run(
  [program = '', ...args]: Command,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = ['sdk/node_modules/.bin', 'node_modules/.bin'].map(inPackage);
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: folder,
      env: {
        ...process.env,
        ...environment,
        PATH: [...path, process.env.PATH].join(delimiter),
      },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { message, stdout = '', stderr = '' } = error as Error & Record<string, string>;
    throw new Error(`${program} ${args.join(' ')} failed: ${stdout}${stderr}`.trim() || message);
  }
}

/** The first of the programs and files that this machine doesn't have. */
export async function findMissing(needs: readonly string[]): Promise<string | undefined> {
  for (const needed of needs) {
    try {
      await run(isAbsolute(needed) ? ['ls', needed] : ['which', needed], '.');
    } catch {
      return needed;
    }
  }
  return undefined;
}
