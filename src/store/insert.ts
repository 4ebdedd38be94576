import { sql } from 'kysely';
import { type ArticleToStore, mostPlaces } from './article.ts';
import type { Queries } from './connection.ts';
import type { DueChanges } from './due.ts';
import { insertRows } from './rows.ts';
import { noteUnindexed } from './search.ts';

/** An article, and the number that it is stored under. */
export interface NumberedArticle extends ArticleToStore {
  number: number;
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
    'articles (number, id, digest, document, bundle)',
    inOrder.map(({ number, id, digest, document, bundle }) => [
      number,
      id,
      digest,
      document,
      bundle,
    ]),
  );
  const tables = new Map<string, (number | string)[][]>();
  for (const { number, facts } of inOrder) {
    const from = number * mostPlaces;
    let place = from;
    for (const { table, documents, terms } of facts) {
      const rows = tables.get(table) ?? [];
      tables.set(table, rows);
      noteUnindexed(due.unindexed, table, from, from + mostPlaces);
      for (const [index, document] of documents.entries())
        rows.push([place++, document, terms[index] ?? '']);
    }
  }
  for (const [table, rows] of tables)
    await insertRows(queries, `${table} (number, document, terms)`, rows);
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
    insert or fail into anchors (number, "start", "end", exact, fact_type, fact)
    select ${from} + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
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
