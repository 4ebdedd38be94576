import { type RawBuilder, sql } from 'kysely';
import { placeBits } from '../article.ts';

/** Where a value comes in when the statement is run: a statement is compiled once for many values. */
export class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A value that comes later. SQLite with STAT4 plans a statement anew whenever a bound value that meets
 * an index changes, or that of a limit; behind a subquery the value doesn't steer the plan.
 */
export function valueIn(slot: string): RawBuilder<unknown> {
  return sql`(select ${new Slot(slot)})`;
}

/** Several values that come later, as `toList` writes them. */
export function valuesIn(slot: string): RawBuilder<unknown> {
  return sql`(select value from json_each(${new Slot(slot)}))`;
}

/** @returns what a slot for several values takes */
export function toList(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

/** One of the values of the slot, which is for one alone or for several. */
export function isAnyOf(
  what: RawBuilder<unknown>,
  slot: string,
  several: boolean,
): RawBuilder<boolean> {
  return several ? sql`${what} in ${valuesIn(slot)}` : sql`${what} = ${valueIn(slot)}`;
}

/** The column, without its index: `+column` is an expression, which SQLite neither looks up nor walks by. */
export function unindexed(column: string): RawBuilder<unknown> {
  return sql`+${sql.ref(column)}`;
}

/** The number of the article that has the fact of that number. */
export function articleOf(number: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(${number} >> ${sql.lit(placeBits)})`;
}

/** The first number that facts of the article have, or the last. */
export function boundOf(article: RawBuilder<unknown>, which: 'first' | 'last'): RawBuilder<number> {
  const more = which === 'first' ? 0 : 2 ** placeBits - 1;
  return sql`((${article} << ${sql.lit(placeBits)}) + ${sql.lit(more)})`;
}

/** The name of the function that ends a statement whose time is over. */
export const inTime = 'in_time';

/** True as long as there is time; that is looked at for one row of some hundred. */
export function withinTime(number: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(((${number} >> ${sql.lit(placeBits)}) + ${number}) & 255 or ${sql.raw(inTime)}())`;
}

/** Under which number a table has what the index of words has under `rowid`. */
export function numberIn(table: string, rowid = sql<number>`rowid`): RawBuilder<number> {
  return table === 'articles' ? articleOf(rowid) : rowid;
}

/**
 * The other way round. Facts are there under their number; articles, which are counted by themselves, under the
 * last number that a fact of theirs could have.
 */
export function rowidOf(table: string, number = sql<number>`number`): RawBuilder<number> {
  return table === 'articles' ? boundOf(number, 'last') : number;
}
