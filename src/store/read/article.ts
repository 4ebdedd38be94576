import { isOf } from '../numbers.ts';
import { type Sql, sql } from '../sql.ts';
import type { Reading } from './reading.ts';

/** An article as it was loaded. */
export interface StoredBundle {
  digest: string;
  /** `pack` of its JSON. */
  bundle: Uint8Array;
}

export async function selectBundle(
  reading: Reading,
  article: string,
): Promise<StoredBundle | null> {
  const rows = await reading.rows<StoredBundle>(sql`
    select digest, bundle from articles where id = ${article}
  `);
  return rows[0] ?? null;
}

/** The next articles behind a number, as they were loaded. */
export function nextArticles(reading: Reading, last: number, most: number) {
  return reading.rows<{ number: number; bundle: Uint8Array }>(sql`
    select number, bundle from articles where number > ${last} order by number limit ${most}
  `);
}

/** Which form of the article's bundle is stored; null where there is no such article. */
export async function selectDigest(reading: Reading, article: string): Promise<string | null> {
  const rows = await reading.rows<{ digest: string }>(sql`
    select digest from articles where id = ${article}
  `);
  return rows[0]?.digest ?? null;
}

/** As a JSON text. */
export function selectArticle(reading: Reading, article: string): Promise<string | null> {
  return selectDocuments(reading, sql`select document from articles where id = ${article}`).then(
    ([document = null]) => document,
  );
}

/** Everything that an article states of a type, or its mentions, in the order of the text, as JSON texts. */
export function selectFactsOf(reading: Reading, article: string, table: string): Promise<string[]> {
  return selectDocuments(
    reading,
    sql`
      select facts.document from articles ${reading.dialect.leftFirst} ${sql.ref(table)} as facts
      on ${isOf(sql`articles.number`, sql`facts.number`)}
      where articles.id = ${article} order by facts.number
    `,
  );
}

/** The shared facts that an article names. */
export function selectSharedOf(
  reading: Reading,
  article: string,
  table: string,
): Promise<string[]> {
  return selectDocuments(
    reading,
    sql`
      select document from ${sql.ref(table)} where id in (
        select records.id from records join articles on articles.number = records.article
        where articles.id = ${article} and records.type = ${table}
      ) order by id
    `,
  );
}

async function selectDocuments(reading: Reading, query: Sql): Promise<string[]> {
  const rows = await reading.rows<{ document: string }>(query);
  return rows.map(({ document }) => document);
}
