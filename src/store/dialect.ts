import type { Query } from '../text/sought.ts';
import type { Value } from './plan.ts';
import type { PageRows } from './read/page-plan.ts';
import type { Sql } from './sql.ts';

/** Where a value comes in when the statement is run: a statement is compiled once for many values. */
export class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What a slot takes; several values where the statement is made for several. */
export type Slots = Readonly<Record<string, Value | readonly Value[]>>;

/** A condition on the rows of a table. */
export type Condition = Sql;

/**
 * What the engines write differently. Each has one, in its own folder; whoever makes a statement asks that of
 * the engine that will run it.
 */
export interface Dialect {
  /** A value that comes later. */
  valueIn(slot: string): Sql;
  /** Several values that come later, as rows of one column, `value`. */
  valuesIn(slot: string): Sql;
  /** That it is one of the values of the slot, which is for one alone or for several. */
  isAnyOf(what: Sql, slot: string, several: boolean): Condition;
  /** That it is one of these values, which go with the statement. */
  isAmong(what: Sql, values: readonly Value[]): Condition;
  /**
   * Rows that go with the statement.
   * @param columns by name, in the order in which each row has them; `place` is added, counted from 0
   * @param json of an array of arrays
   */
  rowsIn(columns: Readonly<Record<string, 'text' | 'integer'>>, json: string): Sql;
  /** The column, so that its index isn't used. */
  unindexed(column: string): Sql;
  /** That a text has another one in it, character by character. */
  contains(text: Sql, part: Sql): Condition;
  /** What an index keeps rows apart by, of a column whose texts may be of any length. */
  indexed(column: string): string;
  /** Text as bytes, where the engine would otherwise make it a string first. */
  asBytes(text: Sql): Sql;
  /** What ends a statement that counts very much when its time is over; nothing where the engine does it by itself. */
  withinTime(number: Sql): Condition[];
  /** What comes behind `select`: the entries of the index of words that match, in these tables or in all. */
  matching(query: Query, tables: readonly string[] | null): Sql;
  /** What the slot `words` of `matching` takes. */
  matchOf(query: Query, tables: readonly string[] | null): Value;
  /** A join whose left side is gone through first, where the engine lets itself be told. */
  leftFirst: Sql;
  /** The statements that give the rows of a page. */
  pages: PageRows;
}
