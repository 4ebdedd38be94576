import type { Cell } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import type { Sql } from '../sql.ts';

/**
 * A transaction that may write. What only reads takes `Reading`, which this is too. Statements are run in the order in
 * which they are given; whoever needs no answer of the one for the next gives both at once (`allOf`), as each answer
 * may have to come from another machine.
 */
export interface Writing extends Reading {
  /** @returns how many rows it changed */
  run(statement: Sql): Promise<number>;
  /**
   * Inserts many rows with few statements. What fails takes back the whole transaction.
   * @param conflict what to do with a row that is there already, like `on conflict do nothing`
   */
  insertRows(
    into: RowsTarget,
    rows: readonly (readonly (Cell | Uint8Array)[])[],
    conflict?: string,
  ): Promise<void>;
  /** Inserts what articles refer to, and where they mention it. */
  insertReferences(articles: readonly References[]): Promise<void>;
  /**
   * Puts the words of rows into the index of words, in place of those that it has for them.
   * @param ranges by table, of the rows' numbers, the end exclusive
   */
  indexWords(
    ranges: ReadonlyMap<string, readonly (readonly [from: number, to: number])[]>,
  ): Promise<void>;
}

/** Where rows go: a table, and the columns of which each row has a value, in that order. */
export interface RowsTarget {
  table: string;
  columns: readonly string[];
}

/** Of an article, as `ArticleToStore` has them. */
export interface References {
  /** The number of its first fact, and of its first mention. */
  from: number;
  links: string;
  mentions: string;
}
