import { LRUCache } from 'lru-cache';
import type { Query } from '../../text/sought.ts';
import type { Found } from './found.ts';

/** Facts that have the words looked for, best first. */
export interface Ranking {
  /** What was looked for, with all its forms that there are. */
  phrases: Query;
  hits: readonly RankedHit[];
  /** Whether these are all that have the words. */
  complete: boolean;
}

/** Without the words that it was ranked by. */
export type RankedHit = Omit<Found, 'terms'> & { score: number };

/** What was worked out of one state of the content. It is right until that changes. */
export interface Known {
  /** How many rows there are of something. */
  counts: Map<string, number>;
  /** By what was looked for. Whoever asks for the next page, or for facets, needn't wait for it again. */
  rankings: LRUCache<string, Ranking>;
}

/** So many hits are kept, of all rankings together: about 5 MB. */
const mostHits = 32_000;

export function createKnown(): Known {
  return {
    counts: new Map(),
    rankings: new LRUCache({ maxSize: mostHits, sizeCalculation: ({ hits }) => hits.length + 1 }),
  };
}
