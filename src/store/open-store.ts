import { join } from 'node:path';
import { type Migration, readMigrations } from './migrations.ts';
import type { Bounds } from './read/runner.ts';
import type { SharedSource, Snapshot, Store } from './store.ts';

/** Told of every statement that is run; for tests and tuning. */
export type Observer = (statement: { sql: string; parameters: readonly unknown[] }) => void;

export interface OpenOptions {
  /** How long to wait for somebody else's lock, in milliseconds; as is right for a server's event loop, unless given. */
  busyTimeoutMs?: number | undefined;
  /** At most so many connections read, of PostgreSQL. */
  connections?: number | undefined;
  /** The address of replicas of PostgreSQL, to read from as long as they aren't behind. */
  readFrom?: string | undefined;
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
  // Each engine is loaded only where it is used.
  const { openStore: open } = isAddress(location)
    ? await import('./postgres/open.ts')
    : await import('./sqlite/open.ts');
  return open(location, migrationsFor(location, migrations), options);
}

/** The same, to try things on: nothing that is done there is kept once it is closed. */
export async function openTrial(location: string, migrations: string): Promise<Store> {
  const { openTrial: open } = isAddress(location)
    ? await import('./postgres/trial.ts')
    : await import('./sqlite/trial.ts');
  return open(location, migrationsFor(location, migrations));
}

/** Takes the state that a database is in now which a store of another thread shares. */
export async function takeSnapshotOf(source: SharedSource): Promise<Snapshot> {
  const { takeSnapshotOf: take } =
    'location' in source && isAddress(source.location)
      ? await import('./postgres/snapshot.ts')
      : await import('./sqlite/snapshot.ts');
  return take(source);
}

function migrationsFor(location: string, folder: string): Migration[] {
  return readMigrations(join(folder, isAddress(location) ? 'postgres' : 'sqlite'));
}

/** The location as it may be shown and logged. */
export function withoutPassword(location: string): string {
  return location.replace(/:[^:@/]*@/, ':…@');
}

/** Whether it is a server's address and not a path. */
export function isAddress(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}
