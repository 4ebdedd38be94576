import { placeBits } from './article.ts';
import { type Sql, sql } from './sql.ts';

/** The number of the article that has the fact of that number. */
export function articleOf(number: Sql): Sql {
  return sql`(${number} >> ${sql.literal(placeBits)})`;
}

/** That a fact of that number is one of the article's: as a range, so that an index finds it. */
export function isOf(article: Sql, number: Sql): Sql {
  return sql`${number} between ${boundOf(article, 'first')} and ${boundOf(article, 'last')}`;
}

/** The first number that facts of the article have, or the last. */
function boundOf(article: Sql, which: 'first' | 'last'): Sql {
  const more = which === 'first' ? 0 : 2 ** placeBits - 1;
  return sql`((${article} << ${sql.literal(placeBits)}) + ${sql.literal(more)})`;
}

/** Under which number a table has what the index of words has under `rowid`. */
export function numberIn(table: string, rowid = sql`rowid`): Sql {
  return table === 'articles' ? articleOf(rowid) : rowid;
}

/**
 * The other way round. Facts are there under their number; articles, which are counted by themselves, under the
 * last number that a fact of theirs could have.
 */
export function rowidOf(table: string, number = sql`number`): Sql {
  return table === 'articles' ? boundOf(number, 'last') : number;
}
