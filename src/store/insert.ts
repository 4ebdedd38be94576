import { sql } from 'kysely';
import { type ArticleToStore, type Cell, mostPlaces } from './article.ts';
import type { Queries } from './connection.ts';
import type { DueChanges } from './due.ts';
import { insertRows } from './rows.ts';
import { noteUnindexed } from './write/words.ts';

/** An article, the number that it is stored under, and the change that stores it. */
export interface NumberedArticle extends ArticleToStore {
  number: number;
  revision: number;
  /** RFC 3339, UTC. */
  modified: string;
}

/** Table by table: inserting at one place after the other is what costs. */
export async function insertArticles(
  queries: Queries,
  articles: readonly NumberedArticle[],
  due: DueChanges,
): Promise<void> {
  if (articles.length === 0) return;
  const inOrder = articles.toSorted((left, right) => left.number - right.number);
  await insertRows(
    queries,
    `articles (number, id, digest, document, bundle, ${Object.keys(inOrder[0]?.columns ?? {})})`,
    inOrder.map(({ number, id, digest, document, bundle, columns, revision, modified }) => [
      number,
      id,
      digest,
      `${document},"modified":"${modified}","revision":${revision}}`,
      bundle,
      ...Object.values(columns),
    ]),
  );
  const tables = new Map<string, { into: string; rows: Cell[][] }>();
  for (const { number, facts } of inOrder) {
    const from = number * mostPlaces;
    let place = from;
    for (const { table, columns, rows } of facts) {
      const known = tables.get(table) ?? { into: `${table} (number, ${columns})`, rows: [] };
      tables.set(table, known);
      noteUnindexed(due.unindexed, table, from, from + mostPlaces);
      for (const row of rows) known.rows.push([place++, ...row]);
    }
  }
  for (const { into, rows } of tables.values()) await insertRows(queries, into, rows);
  for (const article of inOrder) await insertReferences(queries, article);
  await insertRecords(queries, inOrder);
}

async function insertReferences(
  queries: Queries,
  { number, links, mentions }: NumberedArticle,
): Promise<void> {
  const from = number * mostPlaces;
  await sql`
    insert or ignore into links (fact, relation, target, role, fact_type, target_type)
    select ${from} + (value ->> 0), value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${links})
  `.execute(queries);
  await sql`
    insert or fail into anchors (number, "start", "end", exact, role, continues, fact_type, fact)
    select ${from} + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
    from json_each(${mentions})
  `.execute(queries);
}

async function insertRecords(queries: Queries, articles: readonly NumberedArticle[]) {
  const records = articles.flatMap(({ number, id: article, records }) =>
    records.map((record) => ({ ...record, number, article })),
  );
  await insertRows(
    queries,
    'records (article, type, id, form)',
    records.map(({ table, id, form, number }) => [number, table, id, form]),
  );
  const forms = new Map<string, string[]>();
  for (const { table, id, form, document, article } of records) {
    const key = `${table}/${id}/${form}`;
    const first = forms.get(key)?.[4];
    if (first === undefined || article < first)
      forms.set(key, [table, id, form, document, article]);
  }
  const keys = JSON.stringify(Array.from(forms.values(), (form) => form.slice(0, 3)));
  const { rows: stored } = await sql<{ key: string; first: string }>`
    select type || '/' || id || '/' || form as key, first from forms
    where (type, id, form) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(${keys}))
  `.execute(queries);
  for (const { key, first } of stored) {
    const [type, id, form, , article = ''] = forms.get(key) ?? [];
    forms.delete(key);
    // A form that has an earlier article than before comes earlier in the order of merging.
    if (article < first)
      await sql`
        update forms set first = ${article}, needed = 2
        where type = ${type} and id = ${id} and form = ${form}
      `.execute(queries);
  }
  await insertRows(
    queries,
    'forms (type, id, form, record, first, needed)',
    inOrder([...forms.values()]).map((form) => [...form, 2]),
  );
}

function inOrder(rows: string[][]): string[][] {
  return rows.sort((left, right) => {
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  });
}
