import { sql } from 'kysely';
import { isOfArticle, isRecordedIn } from './conditions.ts';
import type { Queries } from './connection.ts';

/** Everything that an article states of a type, in the order of the text, as JSON texts. */
export async function selectFactsOf(
  queries: Queries,
  article: string,
  table: string,
): Promise<string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from ${sql.table(table)} where ${isOfArticle(table)([article])} order by number
  `.execute(queries);
  return rows.map((row) => row.document);
}

/** The shared facts that an article names. */
export async function selectSharedOf(
  queries: Queries,
  article: string,
  table: string,
): Promise<string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from ${sql.table(table)}
    where ${isRecordedIn(table)([article])}
    order by id
  `.execute(queries);
  return rows.map((row) => row.document);
}
