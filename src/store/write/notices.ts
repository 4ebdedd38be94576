import { shortened } from '../../model/fault.ts';
import type { Notice } from '../../model/notice.ts';
import { allOf } from '../all-of.ts';
import type { ArticleToStore, SharedRecord } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { SharedTable } from './shared.ts';
import { findStating } from './stating.ts';

/** So many articles are looked at for one that has the other words; of those that most have, the first ones do. */
const mostAsked = 5;
/** So many notices of an article are enough to look at it again. */
const mostNotices = 100;

/** What other articles say otherwise of the actors and places of an article that was stored. */
export async function findNotices(
  reading: Reading,
  article: ArticleToStore,
  shared: readonly SharedTable[],
): Promise<Notice[]> {
  const records: SharedRecord[] = JSON.parse(article.records);
  const found = shared.map(async ({ table, factType }) => {
    const its = records.filter((record) => record.table === table);
    const [descriptions, items] = await allOf([
      selectOtherDescriptions(reading, table, its),
      selectOtherIds(reading, table, its),
    ]);
    const described = onePerRecord(descriptions)
      .slice(0, mostNotices)
      .map(async ({ place, id, language, here, there }): Promise<Placed> => {
        const statement = { table, id, field: 'description', key: language, value: there };
        const other = await findStating(reading, factType, statement, article.id, mostAsked);
        return {
          place,
          kind: 'described-otherwise',
          pointer: `/${table}/${place}/description/${language}`,
          detail: `is “${shortened(here)}”, but ${other === null ? 'another article' : `the article ${other}`} has “${shortened(there)}” for ${id}: if that is another one, choose another id`,
        };
      });
    const elsewhere = items.map(
      ({ place, wikidata, other }): Placed => ({
        place,
        kind: 'wikidata-elsewhere',
        pointer: `/${table}/${place}/wikidata`,
        detail: `is ${wikidata}, which ${other} has too: if both are one, use one id`,
      }),
    );
    return [...(await allOf(described)), ...elsewhere].sort((a, b) => a.place - b.place);
  });
  const notices = (await allOf(found)).flat().slice(0, mostNotices);
  return notices.map(({ place, ...notice }) => notice);
}

/** Whoever looks at it for one language sees the others. */
function onePerRecord<Row extends { place: number }>(rows: readonly Row[]): Row[] {
  const seen = new Set<number>();
  return rows.filter(({ place }) => !seen.has(place) && seen.add(place));
}

/** At which of the records it was found. */
type Placed = Notice & { place: number };

/** Of the records whose descriptions others word otherwise: how most of these do. */
async function selectOtherDescriptions(
  reading: Reading,
  table: string,
  records: readonly SharedRecord[],
) {
  const descriptions = statementsOf(records, 'description');
  const rows = await reading.rows<{
    place: number;
    id: string;
    language: string;
    here: string;
    there: string | null;
  }>(sql`
    select described.record as place, described.id, described.key as language, described.value as here, (
      select statements.value from statements
      where type = ${table} and id = described.id and field = 'description'
      and key = described.key and statements.value <> described.value
      order by statements.count desc, statements.value limit 1
    ) as there from ${rowsOf(reading, descriptions)} as described
  `);
  return rows.flatMap(({ there, ...row }) => (there === null ? [] : [{ ...row, there }]));
}

/** Of the records whose Wikidata item other ids have: the first of these by name. */
async function selectOtherIds(reading: Reading, table: string, records: readonly SharedRecord[]) {
  const items = statementsOf(records, 'wikidata');
  const rows = await reading.rows<{ place: number; wikidata: string; other: string | null }>(sql`
    select here.record as place, here.key as wikidata, (
      select id from ${sql.ref(table)} where wikidata = here.key and id <> here.id
      order by name, id limit 1
    ) as other from ${rowsOf(reading, items)} as here
  `);
  return rows.filter(({ other }) => other !== null);
}

/** Rows of what `statementsOf` gives. */
function rowsOf({ dialect }: Reading, statements: ReturnType<typeof statementsOf>) {
  const columns = { record: 'integer', id: 'text', key: 'text', value: 'text' } as const;
  return dialect.rowsIn(columns, JSON.stringify(statements));
}

function statementsOf(records: readonly SharedRecord[], field: string) {
  return records.flatMap(({ id, statements }, place) =>
    statements.flatMap(([name, key, value]) => (name === field ? [[place, id, key, value]] : [])),
  );
}

/** The same of all that is stored, where very much was: of each kind the first so many, in the order of ids. */
export async function findAllNotices(
  reading: Reading,
  tables: readonly string[],
  most: number,
): Promise<Notice[]> {
  const described = await reading.rows<{
    type: string;
    id: string;
    one: string;
    other: string;
  }>(sql`
    select type, id, min(value) as one, max(value) as other from statements
    where field = 'description' group by type, id, field, key having min(value) <> max(value)
    order by type, id limit ${most}
  `);
  const notices: Notice[] = described.map(({ type, id, one, other }) => ({
    kind: 'described-otherwise',
    pointer: '',
    detail: `${type}/${id} is “${shortened(one)}” in one article, “${shortened(other)}” in another: if these are two, they need two ids`,
  }));
  for (const table of tables) {
    const rows = await reading.rows<{ wikidata: string; one: string; other: string }>(sql`
      select wikidata, min(id) as one, max(id) as other from ${sql.ref(table)}
      where wikidata is not null group by wikidata having count(*) > 1 order by wikidata limit ${most}
    `);
    for (const { wikidata, one, other } of rows)
      notices.push({
        kind: 'wikidata-elsewhere',
        pointer: '',
        detail: `${wikidata} is that of ${table}/${one} and of ${table}/${other}: if both are one, use one id`,
      });
  }
  return notices.slice(0, most);
}
