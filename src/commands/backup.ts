import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { InputError } from '../input.ts';
import { backUp } from '../store/sqlite/backup.ts';
import { print, printError } from '../terminal.ts';
import { requireFileOf } from './database-file.ts';
import { exitCodes } from './exit-codes.ts';
import { type Progress, startProgress } from './progress.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const mebibyte = 2 ** 20;

/** Copies the configured database into a file, while a server may write to it. */
export async function backup(
  { database }: Config,
  file: string,
  { force = false }: { force?: boolean },
): Promise<void> {
  const path = requireFileOf(database, 'backed up');
  if (!existsSync(path))
    throw new InputError(`there is no database at ${path}: DATABASE_URL says where it is`);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  // To the very end: one that comes too late to interrupt it must not end the process as if it had.
  for (const signal of signals) process.on(signal, stop);
  let progress: Progress | undefined;
  let reached = 0;
  try {
    const { revision, articles, bytes } = await backUp(path, file, {
      replace: force,
      signal: stopping.signal,
      advance(done, all) {
        const mebibytes = Math.round(done / mebibyte);
        progress ??= startProgress(Math.ceil(all / mebibyte), 'MiB');
        progress.advance(mebibytes - reached);
        reached = mebibytes;
      },
    });
    progress?.end();
    print(`${file}: revision ${revision}, ${articles} articles, ${bytes} bytes`);
  } catch (error) {
    progress?.end();
    if (!stopping.signal.aborted) throw error;
    printError('interrupted: no backup was made; run it again');
    process.exitCode = exitCodes.interrupted;
  }
}
