import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Migration } from '../migrations.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { copyDatabase } from './copy.ts';
import { openStore } from './open.ts';

/**
 * A copy, to try things on: whatever is done there happens as it would, and the database itself is only read. The
 * copy is gone once it is closed.
 */
export async function openTrial(path: string, migrations: readonly Migration[]): Promise<Store> {
  if (path === ':memory:') return openStore(path, migrations);
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  const removed = removeWhenKilled(folder);
  const copy = join(folder, basename(path));
  try {
    if (existsSync(path)) await copyDatabase(path, copy);
    const store = openStore(copy, migrations);
    return {
      ...store,
      async close() {
        await store.close();
        removed();
      },
    };
  } catch (error) {
    removed();
    if (!(error instanceof StoreError)) throw error;
    // What is wrong with the copy is wrong with what was copied.
    throw new StoreError(error.message.replaceAll(copy, path), { cause: error });
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes a folder before a signal ends the process. @returns what removes it otherwise */
function removeWhenKilled(folder: string): () => void {
  const remove = () => {
    for (const signal of signals) process.off(signal, end);
    rmSync(folder, { recursive: true, force: true });
  };
  const end = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, end);
  return remove;
}
