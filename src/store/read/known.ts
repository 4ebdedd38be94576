import { LRUCache } from 'lru-cache';
import type { Query } from '../../text/sought.ts';

/** Facts that have the words looked for, best first: column by column, as thousands are kept and sent to other threads. */
export interface Ranking {
  /** What was looked for, with all its forms that there are. */
  phrases: Query;
  /** Places among the types that were asked for. */
  types: Uint8Array;
  numbers: Float64Array;
  scores: Float64Array;
  facts: readonly string[];
  /** Null of what articles share. */
  articles: readonly (string | null)[];
  /** Whether these are all that have the words. */
  complete: boolean;
}

/** What was worked out of one state of the content. It is right until that changes. */
export interface Known {
  /** How many rows there are of something. */
  counts: Map<string, number>;
  /** By what was looked for. Whoever asks for the next page, or for facets, needn't wait for it again. */
  rankings: LRUCache<string, Ranking>;
}

/** So many hits are kept, of all rankings together: about 10 MB. */
const mostHits = 128_000;

export function createKnown(): Known {
  return {
    counts: new Map(),
    rankings: new LRUCache({ maxSize: mostHits, sizeCalculation: ({ facts }) => facts.length + 1 }),
  };
}
