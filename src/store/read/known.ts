import { LRUCache } from 'lru-cache';
import type { Query } from '../../text/sought.ts';
import type { State } from './state.ts';

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

/** So many counts are known at most. */
const mostCounts = 1000;
/** So many hits are kept, of all rankings together: about 10 MB. */
const mostHits = 128_000;

export function createKnown(): Known {
  return {
    counts: new Map(),
    rankings: new LRUCache({ maxSize: mostHits, sizeCalculation: ({ facts }) => facts.length + 1 }),
  };
}

/** Gives what is known of the state that was read last: nothing yet, where the content is in another one by now. */
export function createKnowledge(): (state: State) => Known {
  let known = createKnown();
  let mark: string | undefined;
  return (state) => {
    if (state.isPassing || state.mark !== mark || known.counts.size > mostCounts)
      known = createKnown();
    // Of one text for each read, answers that are kept would hold as many.
    if (state.mark === mark) state.mark = mark;
    else mark = state.mark;
    return known;
  };
}
