import type { Snapshot } from '../store.ts';
import { Unreachable } from '../store-error.ts';
import type { Pool } from './connection.ts';
import { nullIfUnavailable } from './errors.ts';
import type { Readers } from './readers.ts';
import type { PlanOptions } from './runner.ts';
import { takeSnapshot } from './snapshot.ts';

interface Sources {
  primaries: Pool;
  /** Null where there are none. */
  replicas: Pool | null;
  /** Whether the primary is only asked where they can't answer. */
  replicasFirst: boolean;
  readers: Readers;
}

/** Takes snapshots from a replica that has what was shown, and can be read for long; else from the primary. */
export function createSnapshots(
  { primaries, replicas, replicasFirst, readers }: Sources,
  options: PlanOptions,
): () => Promise<Snapshot> {
  return async () => {
    if (replicas !== null && replicasFirst) {
      const taken = await fromReplica(replicas, (isLasting) => isLasting).catch(nullIfUnavailable);
      if (taken !== null) return taken;
    }
    try {
      const taken = await takeSnapshot(primaries, options);
      readers.show(taken.revision);
      return taken;
    } catch (error) {
      if (!(error instanceof Unreachable) || replicas === null) throw error;
      const taken = await fromReplica(replicas, () => true);
      if (taken === null) throw error;
      return taken;
    }
  };

  /** @returns null where it has less than was shown, or won't do otherwise */
  async function fromReplica(
    pool: Pool,
    willDo: (isLasting: boolean) => boolean,
  ): Promise<Snapshot | null> {
    const taken = await takeSnapshot(pool, options);
    if (willDo(taken.isLasting) && readers.show(taken.revision)) return taken;
    await taken.close();
    return null;
  }
}
