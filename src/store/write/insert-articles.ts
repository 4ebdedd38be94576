import { sql } from 'kysely';
import { type ArticleToStore, type Cell, mostPlaces, type SharedRecord } from '../article.ts';
import { insertRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** An article, the number that it is stored under, and the change that stores it. */
export interface NumberedArticle {
  article: ArticleToStore;
  /** Of the article, unpacked. */
  records: readonly SharedRecord[];
  number: number;
  revision: number;
  /** RFC 3339, UTC. */
  modified: string;
}

/** Table by table: inserting at one place after the other is what costs. */
export async function insertArticles(
  writing: Writing,
  articles: readonly NumberedArticle[],
): Promise<void> {
  if (articles.length === 0) return;
  const inOrder = articles.toSorted((left, right) => left.number - right.number);
  const names = Object.keys(inOrder[0]?.article.columns ?? {});
  await insertRows(
    writing,
    `articles (number, id, digest, document, bundle, statements, ${names})`,
    inOrder.map(({ article, number, modified, revision }) => [
      number,
      article.id,
      article.digest,
      `${article.document},"modified":"${modified}","revision":${revision}}`,
      article.bundle,
      article.records,
      ...Object.values(article.columns),
    ]),
  );
  const tables = new Map<string, { into: string; rows: Cell[][] }>();
  for (const { article, number } of inOrder) {
    let place = number * mostPlaces;
    for (const { table, columns, rows } of article.facts) {
      const into = `${table} (number, ${columns})`;
      const known = tables.getOrInsertComputed(table, () => ({ into, rows: [] }));
      for (const row of rows) known.rows.push([place++, ...row]);
    }
  }
  for (const { into, rows } of tables.values()) await insertRows(writing, into, rows);
  for (const article of inOrder) await insertReferences(writing, article);
  await insertRows(
    writing,
    'records (article, type, id)',
    inOrder.flatMap(({ number, records }) => records.map(({ table, id }) => [number, table, id])),
  );
}

async function insertReferences(
  writing: Writing,
  { number, article: { links, mentions } }: NumberedArticle,
): Promise<void> {
  const from = number * mostPlaces;
  await insertLinks(writing, from, links);
  await sql`
    insert or fail into anchors (number, "start", "end", exact, role, continues, fact_type, fact)
    select ${from} + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
    from json_each(${mentions})
  `.execute(writing);
}

/** @param links JSON: as in `ArticleToStore`, but that the fact may have any place behind `from` */
export async function insertLinks(writing: Writing, from: number, links: string): Promise<void> {
  await sql`
    insert or ignore into links (fact, relation, target, role, fact_type, target_type)
    select ${from} + (value ->> 0), value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${links})
  `.execute(writing);
}
