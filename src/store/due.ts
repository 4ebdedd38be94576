import type { Cell, Count, Link } from './article.ts';
import type { Queries } from './connection.ts';
import { selectRevision } from './state.ts';
import type { Unindexed } from './write/words.ts';

/** How the records of several articles become the one document that is served. */
export interface SharedTable {
  table: string;
  factType: string;
  merge(records: readonly string[], counts: Readonly<Record<string, number>>): Merged;
  /** Its words, from its document and the phrases that mention it. */
  toTerms(document: string, phrases: readonly string[]): string;
}

interface Merged {
  document: string;
  /** Its other columns, by name. */
  columns: Readonly<Record<string, Cell>>;
  /** Its references to other facts. */
  links: readonly Link[];
  /**
   * Which of the records, in the order of merging, add something to those before them: merging only
   * these gives the same, and still does when others come in between.
   */
  needed: boolean[];
}

/** What stored and removed articles mean to the facts they share, until that is settled. */
export interface DueChanges {
  shared: readonly SharedTable[];
  /** What was stored and removed, in that order: the first makes the revision behind `revision`. */
  changes: { kind: 'put' | 'delete'; article: string }[];
  revision: number;
  /** When: RFC 3339, UTC. */
  time: string;
  /** Of each shared fact what changes in `tallies` and in `phrases`. */
  tallies: Counts;
  phrases: Counts;
  /** Records that articles had and may have no more. */
  left: RecordKey[];
  unindexed: Unindexed;
}

export interface RecordKey {
  type: string;
  id: string;
  form: string;
  article: string;
}

/** Table → id → what is counted → how many, or how many more or less. */
export type Counts = Map<string, Map<string, Map<string, number>>>;

export async function beginChanges(
  queries: Queries,
  shared: readonly SharedTable[],
): Promise<DueChanges> {
  return {
    shared,
    changes: [],
    revision: await selectRevision(queries),
    time: new Date().toISOString(),
    tallies: new Map(),
    phrases: new Map(),
    left: [],
    unindexed: new Map(),
  };
}

/** How many shared facts have changes. */
export function countDue({ tallies }: DueChanges): number {
  return [...tallies.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Notes that a shared fact has so many more, or less, of what is counted. */
export function noteCount(counts: Counts, [table, id, counted, change]: Count): void {
  const ofTable = counts.get(table) ?? new Map<string, Map<string, number>>();
  counts.set(table, ofTable);
  const ofFact = ofTable.get(id) ?? new Map<string, number>();
  ofTable.set(id, ofFact);
  ofFact.set(counted, (ofFact.get(counted) ?? 0) + change);
}
