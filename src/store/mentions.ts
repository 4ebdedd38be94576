import { sql } from 'kysely';
import type { Queries } from './connection.ts';

/** Every mention of an article, in the order of the text, as JSON texts. */
export async function selectMentions(queries: Queries, article: string): Promise<string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from mentions where article = (select ${article}) order by id
  `.execute(queries);
  return rows.map((row) => row.document);
}
