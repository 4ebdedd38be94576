import { sql } from 'kysely';
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
  const places = new Map<string, number>();
  for (const record of article.records) {
    const index = places.get(record.table) ?? 0;
    places.set(record.table, index + 1);
    const pointer = `/${record.table}/${index}`;
    notices.push(
      ...(await findOtherDescription(queries, record, pointer)),
      ...(await findOtherId(queries, record, pointer)),
    );
    if (notices.length >= mostNotices) break;
  }
  return notices;
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
          detail: `is “${description[language]}”, but the article ${row.article} has “${other[language]}” for ${id}: if that is another one, choose another id`,
        },
      ];
  }
  return [];
}

async function findOtherId(
  queries: Queries,
  { table, id, wikidata }: RecordToStore,
  pointer: string,
): Promise<Notice[]> {
  if (wikidata === null) return [];
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where wikidata = (select ${wikidata}) and id <> ${id}
    order by name, id limit 1
  `.execute(queries);
  return rows.map((other) => ({
    kind: 'wikidata-elsewhere',
    pointer: `${pointer}/wikidata`,
    detail: `is ${wikidata}, which ${other.id} has too: if both are one, use one id`,
  }));
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
    detail: `${type}/${id} is “${one}” in one article, “${other}” in another: if these are two, they need two ids`,
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
