import { isAddress } from './open-store.ts';
import type { SharedSource, Snapshot } from './store.ts';

/** Takes the state that a database is in now which a store of another thread shares. */
export async function takeSnapshotOf(source: SharedSource): Promise<Snapshot> {
  const { takeSnapshotOf: take } =
    'location' in source && isAddress(source.location)
      ? await import('./postgres/snapshot.ts')
      : await import('./sqlite/snapshot.ts');
  return take(source);
}
