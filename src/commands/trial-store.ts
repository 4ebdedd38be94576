import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Config } from '../config.ts';
import { openConfiguredStore } from '../serve.ts';
import { copyDatabase } from '../store/sqlite/copy.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

/**
 * A copy of the configured store, to try things on: whatever is done there happens as it would, and the
 * database itself is only read. The copy is gone once it is closed.
 */
export async function openTrialStore(config: Config): Promise<Store> {
  const { databasePath } = config;
  if (databasePath === ':memory:') return openConfiguredStore(config);
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  const removed = removeWhenKilled(folder);
  const copy = join(folder, basename(databasePath));
  try {
    if (existsSync(databasePath)) await copyDatabase(databasePath, copy);
    const store = await openConfiguredStore({ ...config, databasePath: copy });
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
    const message = error.message.replaceAll(copy, databasePath);
    throw new StoreError(message, { cause: error });
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
