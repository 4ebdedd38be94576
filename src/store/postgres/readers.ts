import type { Asker } from '../fair-turns.ts';
import { Unreachable } from '../store-error.ts';
import type { Pool, Session } from './connection.ts';

/** What was read, and the revision of the content that it was read from. */
export interface Seen<Result> {
  result: Result;
  revision: number;
}

/** Reads from the primary, or from a replica that is no further behind than what this process was shown. */
export interface Readers {
  read<Result>(work: (session: Session) => Promise<Seen<Result>>, asker?: Asker): Promise<Result>;
  /** The same, where only the primary knows, as long as there is one. */
  readNewest<Result>(work: (session: Session) => Promise<Seen<Result>>): Promise<Result>;
}

/**
 * @param primaries connections to the server that takes writes
 * @param replicas connections to others; null where there are none
 * @param replicasFirst whether the primary is only asked where they can't answer
 */
export function createReaders(
  primaries: Pool,
  replicas: Pool | null,
  replicasFirst: boolean,
): Readers {
  let shown = 0;
  const others = replicas === null ? [] : [replicas];
  const usual = replicasFirst ? [...others, primaries] : [primaries, ...others];

  async function readFrom<Result>(
    pools: readonly Pool[],
    work: (session: Session) => Promise<Seen<Result>>,
    asker?: Asker,
  ): Promise<Result> {
    let refused: unknown = new Unreachable('the replica is behind what was shown already');
    for (const pool of pools)
      try {
        const { result, revision } = await onceMore(() => pool.lend(work, asker));
        // What the primary has is so: a standby that took its place may have less than was shown.
        if (pool === replicas && revision < shown) continue;
        shown = pool === replicas ? Math.max(shown, revision) : revision;
        return result;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        refused = error;
      }
    throw refused;
  }

  return {
    read: (work, asker) => readFrom(usual, work, asker),
    readNewest: (work) => readFrom([primaries, ...others], work),
  };
}

/** Reads again where a connection was lost: a server that was started anew has ended all that there were. */
async function onceMore<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return read();
  }
}
