import { allOf } from '../all-of.ts';
import { type ArticleToStore, type Cell, mostPlaces, type SharedRecord } from '../article.ts';
import { pack } from '../packed.ts';
import type { RowsTarget, Writing } from './writing.ts';

/** An article, the number that it is stored under, and the change that stores it. */
export interface NumberedArticle {
  article: ArticleToStore;
  /** Of the article, read. */
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
  const rowsOfArticles = inOrder.map(({ article, number, modified, revision }) => [
    number,
    article.id,
    article.digest,
    `${article.document},"modified":"${modified}","revision":${revision}}`,
    pack(article.bundle),
    pack(article.records),
    ...Object.values(article.columns),
  ]);
  const tables = new Map<string, { into: RowsTarget; rows: Cell[][] }>();
  for (const { article, number } of inOrder) {
    let place = number * mostPlaces;
    for (const { table, columns, rows } of article.facts) {
      const into = { table, columns: ['number', ...columns] };
      const known = tables.getOrInsertComputed(table, () => ({ into, rows: [] }));
      for (const row of rows) known.rows.push([place++, ...row]);
    }
  }
  await allOf([
    writing.insertRows(
      {
        table: 'articles',
        columns: ['number', 'id', 'digest', 'document', 'bundle', 'statements', ...names],
      },
      rowsOfArticles,
    ),
    ...Array.from(tables.values(), ({ into, rows }) => writing.insertRows(into, rows)),
    writing.insertReferences(
      inOrder.map(({ number, article: { links, mentions } }) => ({
        from: number * mostPlaces,
        links,
        mentions,
      })),
    ),
    writing.insertRows(
      { table: 'records', columns: ['article', 'type', 'id'] },
      inOrder.flatMap(({ number, records }) => records.map(({ table, id }) => [number, table, id])),
    ),
  ]);
}
