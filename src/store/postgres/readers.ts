import type { AskOptions } from '../store.ts';
import { Unreachable } from '../store-error.ts';
import type { Pool, Session } from './connection.ts';

/** What was read, and the revision of the content that it was read from. */
export interface Seen<Result> {
  result: Result;
  revision: number;
}

/** For whom it is asked, and from which state on. */
export type Asking = Pick<AskOptions, 'asker' | 'atLeast'>;

type Read<Result> = (session: Session) => Promise<Seen<Result>>;

/** Reads from the primary, or from a replica that is no further behind than what this process was shown. */
export interface Readers {
  read<Result>(work: Read<Result>, options?: Asking): Promise<Result>;
  /** The same, where only the primary knows, as long as there is one. */
  readNewest<Result>(work: Read<Result>): Promise<Result>;
  /** To be told of what is shown otherwise. @returns whether it isn't older than what was shown */
  show(revision: number): boolean;
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
  /** The newest revision that this process was shown. */
  let shown = 0;
  const others = replicas === null ? [] : [replicas];
  const usual = replicasFirst ? [...others, primaries] : [primaries, ...others];

  async function readFrom<Result>(
    pools: readonly Pool[],
    work: Read<Result>,
    { asker, atLeast = 0 }: Asking = {},
  ): Promise<Result> {
    const before = shown;
    let refused: unknown;
    let ofPrimary: Seen<Result> | undefined;
    for (const pool of pools)
      try {
        const seen = await onceMore(() => pool.lend(work, asker));
        // What others were shown while the primary answered, it may not have had yet when it was asked.
        const least = Math.max(atLeast, pool === primaries ? before : shown);
        if (seen.revision >= least) {
          shown = Math.max(shown, seen.revision);
          return seen.result;
        }
        if (pool === primaries) ofPrimary = seen;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        refused = error;
      }
    if (ofPrimary === undefined)
      throw refused ?? new Unreachable('the replica is behind what was shown already');
    // It is so: a standby took the place of a primary that had more. Unless others have found that meanwhile.
    const { result, revision } = ofPrimary;
    shown = shown === before && revision < before ? revision : Math.max(shown, revision);
    return result;
  }

  return {
    read: (work, options) => readFrom(usual, work, options),
    readNewest: (work) => readFrom([primaries, ...others], work),
    show(revision) {
      const isNewest = revision >= shown;
      shown = Math.max(shown, revision);
      return isNewest;
    },
  };
}

/** Tries again where a connection was lost: a server that was started anew has ended all that there were. */
export async function onceMore<Result>(
  attempt: () => Promise<Result>,
  isSafe: () => boolean = () => true,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Unreachable) || !isSafe()) throw error;
    return attempt();
  }
}
