import { type RawBuilder, sql } from 'kysely';
import { placeBits } from './article.ts';

/** The number of the article that has the fact of that number. */
export function articleOf(number: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(${number} >> ${sql.lit(placeBits)})`;
}

/** The first number that facts of the article have, or the last. */
export function boundOf(article: RawBuilder<unknown>, which: 'first' | 'last'): RawBuilder<number> {
  const more = which === 'first' ? 0 : 2 ** placeBits - 1;
  return sql`((${article} << ${sql.lit(placeBits)}) + ${sql.lit(more)})`;
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
