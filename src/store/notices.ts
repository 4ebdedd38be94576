import { sql } from 'kysely';
import { shortened } from '../model/fault.ts';
import type { Notice } from '../model/notice.ts';
import type { ArticleToStore, RecordToStore } from './article.ts';
import type { Queries } from './connection.ts';

/** So many other descriptions of one actor or place are looked at. */
const mostCompared = 50;
/** So many notices of an article are enough to look at it again. */
const mostNotices = 100;

type Texts = Readonly<Record<string, string>>;

/** What other articles say otherwise of the actors and places of an article that was stored and settled. */
export async function findNotices(queries: Queries, article: ArticleToStore): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const [table, records] of Map.groupBy(article.records, (record) => record.table)) {
    const described = await selectDescribedElsewhere(queries, table, records);
    const others = await selectOtherIds(queries, table, records);
    for (const [index, record] of records.entries()) {
      const pointer = `/${table}/${index}`;
      if (described.has(index))
        notices.push(...(await findOtherDescription(queries, record, pointer)));
      const other = others.get(index);
      if (other !== undefined)
        notices.push({
          kind: 'wikidata-elsewhere',
          pointer: `${pointer}/wikidata`,
          detail: `is ${record.wikidata}, which ${other} has too: if both are one, use one id`,
        });
      if (notices.length >= mostNotices) return notices;
    }
  }
  return notices;
}

/** The places of those that another record describes, in whatever words. */
async function selectDescribedElsewhere(
  queries: Queries,
  table: string,
  records: readonly RecordToStore[],
): Promise<Set<number>> {
  const { rows } = await sql<{ place: number }>`
    select key as place from json_each(${JSON.stringify(records.map(({ id, form }) => [id, form]))})
    where exists (
      select 1 from forms where type = ${table} and id = value ->> 0 and form <> value ->> 1
      and record ->> 'description' is not null
    )
  `.execute(queries);
  return new Set(rows.map(({ place }) => place));
}

/** By the places of those whose Wikidata item another id has: the first of these by name. */
async function selectOtherIds(
  queries: Queries,
  table: string,
  records: readonly RecordToStore[],
): Promise<Map<number, string>> {
  const items = JSON.stringify(records.map(({ id, wikidata }) => [id, wikidata]));
  const { rows } = await sql<{ place: number; other: string | null }>`
    select key as place, (
      select id from ${sql.table(table)} where wikidata = value ->> 1 and id <> value ->> 0
      order by name, id limit 1
    ) as other from json_each(${items})
  `.execute(queries);
  return new Map(rows.flatMap(({ place, other }) => (other === null ? [] : [[place, other]])));
}

async function findOtherDescription(
  queries: Queries,
  { table, id, form, document }: RecordToStore,
  pointer: string,
): Promise<Notice[]> {
  const { description } = JSON.parse(document) as { description?: Texts | null };
  if (!description) return [];
  const { rows } = await sql<{ description: string; article: string }>`
    select record ->> 'description' as description, first as article from forms
    where type = ${table} and id = ${id} and form <> ${form}
    and record ->> 'description' is not null limit ${mostCompared}
  `.execute(queries);
  for (const row of rows) {
    const other = JSON.parse(row.description) as Texts;
    const language = Object.keys(description).find(
      (it) => (other[it] ?? description[it]) !== description[it],
    );
    if (language !== undefined)
      return [
        {
          kind: 'described-otherwise',
          pointer: `${pointer}/description/${language}`,
          detail: `is “${shortened(description[language] ?? '')}”, but the article ${row.article} has “${shortened(other[language] ?? '')}” for ${id}: if that is another one, choose another id`,
        },
      ];
  }
  return [];
}

/** The same of all that is stored, where very much was: of each kind the first so many, in the order of ids. */
export async function findAllNotices(
  queries: Queries,
  tables: readonly string[],
  most: number,
): Promise<Notice[]> {
  const { rows: described } = await sql<{ type: string; id: string; one: string; other: string }>`
    select forms.type, forms.id, min(texts.value) as one, max(texts.value) as other
    from forms, json_each(forms.record, '$.description') as texts
    where texts.type = 'text'
    group by forms.type, forms.id, texts.key having one <> other
    order by forms.type, forms.id limit ${most}
  `.execute(queries);
  const notices: Notice[] = described.map(({ type, id, one, other }) => ({
    kind: 'described-otherwise',
    pointer: '',
    detail: `${type}/${id} is “${shortened(one)}” in one article, “${shortened(other)}” in another: if these are two, they need two ids`,
  }));
  for (const table of tables) {
    const { rows } = await sql<{ wikidata: string; one: string; other: string }>`
      select wikidata, min(id) as one, max(id) as other from ${sql.table(table)}
      where wikidata is not null group by wikidata having count(*) > 1 order by wikidata limit ${most}
    `.execute(queries);
    for (const { wikidata, one, other } of rows)
      notices.push({
        kind: 'wikidata-elsewhere',
        pointer: '',
        detail: `${wikidata} is that of ${table}/${one} and of ${table}/${other}: if both are one, use one id`,
      });
  }
  return notices.slice(0, most);
}
