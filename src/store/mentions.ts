import { sql } from 'kysely';
import { isOfArticle } from './conditions.ts';
import type { Queries } from './connection.ts';

/** Every mention of an article, in the order of the text, as JSON texts. */
export async function selectMentions(queries: Queries, article: string): Promise<string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from mentions where ${isOfArticle('mentions')([article])} order by number
  `.execute(queries);
  return rows.map((row) => row.document);
}

/** The different phrases that mention a fact. */
export async function selectPhrases(
  queries: Queries,
  factType: string,
  fact: string,
): Promise<string[]> {
  const { rows } = await sql<{ exact: string }>`
    select distinct exact from mentions
    where fact = (select ${fact}) and fact_type = (select ${factType}) order by exact
  `.execute(queries);
  return rows.map((row) => row.exact);
}
