import { sql } from 'kysely';
import type { Queries } from './connection.ts';

/** Everything that an article states of a type, in the order of the text, as JSON texts. */
export async function selectFactsOf(
  queries: Queries,
  article: string,
  table: string,
): Promise<string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from ${sql.table(table)} where article = (select ${article})
    order by article, position, id
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
    where id in (select id from records where article = (select ${article}) and type = ${table})
    order by id
  `.execute(queries);
  return rows.map((row) => row.document);
}
