import { join } from 'node:path';
import { readMigrations } from './migrations.ts';
import type { Bounds } from './read/runner.ts';
import type { Store } from './store.ts';

/** Told of every statement that is run; for tests and tuning. */
export type Observer = (statement: { sql: string; parameters: readonly unknown[] }) => void;

export interface OpenOptions {
  /** How long to wait for somebody else's lock, in milliseconds; as is right for a server's event loop, unless given. */
  busyTimeoutMs?: number | undefined;
  /** At most so many connections read, of PostgreSQL. */
  connections?: number | undefined;
  bounds?: Bounds | undefined;
  observe?: Observer | undefined;
}

/**
 * Opens the database at a path, `:memory:`, or a `postgres://` address; created and migrated as need be.
 * @param migrations the folder that has one for each engine
 * @throws StoreError where it can't be used: it says why and what to do
 */
export async function openStore(
  location: string,
  migrations: string,
  options: OpenOptions = {},
): Promise<Store> {
  // Each is loaded only where it is used.
  const engine = isAddress(location) ? 'postgres' : 'sqlite';
  const { openStore: open } =
    engine === 'postgres' ? await import('./postgres/open.ts') : await import('./sqlite/open.ts');
  return open(location, readMigrations(join(migrations, engine)), options);
}

/** Whether it is a server's address and not a path. */
export function isAddress(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}
