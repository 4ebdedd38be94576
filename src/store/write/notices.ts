import { shortened } from '../../model/fault.ts';
import type { Notice } from '../../model/notice.ts';
import { mayNameOne } from '../../text/same-name.ts';
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
    const [wordings, items] = await allOf([
      selectOtherWordings(reading, table, its),
      selectOtherIds(reading, table, its),
    ]);
    const described = onePerRecord(wordings)
      .slice(0, mostNotices)
      .map(async ({ place, id, field, language, here, there }): Promise<Placed> => {
        const statement = { table, id, field, key: language, value: there };
        const other = await findStating(reading, factType, statement, article.id, mostAsked);
        return {
          place,
          kind: kinds[field],
          pointer: `/${table}/${place}/${field}/${language}`,
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

/** How an article words something of a shared fact, and how most others do. */
interface OtherWording {
  place: number;
  id: string;
  field: 'description' | 'name';
  language: string;
  here: string;
  there: string;
}

const kinds = { description: 'described-otherwise', name: 'named-otherwise' } as const;

/** Of the records whose descriptions others word otherwise, and of people to whom others give another name. */
async function selectOtherWordings(
  reading: Reading,
  table: string,
  records: readonly SharedRecord[],
): Promise<OtherWording[]> {
  const worded = records.flatMap((record, place) => {
    const fields = isPerson(record) ? ['description', 'name'] : ['description'];
    return rowsOfRecord(record, place, fields);
  });
  // What others know as an alias is no other name.
  const rows = await reading.rows<OtherWording & { there: string | null }>(sql`
    select worded.record as place, worded.id, worded.field, worded.key as language, worded.value as here, (
      select statements.value from statements
      where type = ${table} and id = worded.id and field = worded.field
      and key = worded.key and statements.value <> worded.value
      order by statements.count desc, statements.value limit 1
    ) as there from ${rowsIn(reading, worded)} as worded
    where worded.field <> 'name' or not exists (
      select 1 from statements
      where type = ${table} and id = worded.id and field = 'aliases' and key = worded.value
    )
  `);
  return rows.filter(({ place, field, there }) => {
    if (there === null) return false;
    return field !== 'name' || !namesOf(records[place]).some((name) => mayNameOne(name, there));
  });
}

function isPerson({ statements }: SharedRecord): boolean {
  return statements.some(([field, key]) => field === 'kind' && key === 'person');
}

function namesOf(record: SharedRecord | undefined): string[] {
  return (record?.statements ?? []).flatMap(([field, key, value]) =>
    field === 'name' ? [value] : field === 'aliases' ? [key] : [],
  );
}

/** Of the records whose Wikidata item other ids have: the first of these by name. */
async function selectOtherIds(reading: Reading, table: string, records: readonly SharedRecord[]) {
  const items = records.flatMap((record, place) => rowsOfRecord(record, place, ['wikidata']));
  const rows = await reading.rows<{ place: number; wikidata: string; other: string | null }>(sql`
    select here.record as place, here.key as wikidata, (
      select id from ${sql.ref(table)} where wikidata = here.key and id <> here.id
      order by name, id limit 1
    ) as other from ${rowsIn(reading, items)} as here
  `);
  return rows.filter(({ other }) => other !== null);
}

/** What a record states in these fields: a row each, with the record’s place. */
function rowsOfRecord({ id, statements }: SharedRecord, place: number, fields: readonly string[]) {
  return statements.flatMap(([field, key, value]) =>
    fields.includes(field) ? [[place, id, field, key, value]] : [],
  );
}

function rowsIn({ dialect }: Reading, rows: readonly (readonly (string | number)[])[]) {
  const columns = {
    record: 'integer',
    id: 'text',
    field: 'text',
    key: 'text',
    value: 'text',
  } as const;
  return dialect.rowsIn(columns, JSON.stringify(rows));
}

/** So many names that may be one person’s are looked at, in vain. */
const mostNamed = 5000;

/** The same of all that is stored, where very much was: of each kind the first so many, in the order of ids. */
export async function findAllNotices(
  reading: Reading,
  tables: readonly string[],
  most: number,
): Promise<Notice[]> {
  const worded = await reading.rows<{
    type: string;
    id: string;
    field: 'description' | 'name';
    one: string;
    other: string;
  }>(sql`
    select type, id, field, min(value) as one, max(value) as other from statements
    where field = 'description' or (
      field = 'name'
      and exists (
        select 1 from statements as stated
        where stated.type = statements.type and stated.id = statements.id
        and stated.field = 'kind' and stated.key = 'person'
      )
      and not exists (
        select 1 from statements as stated
        where stated.type = statements.type and stated.id = statements.id
        and stated.field = 'aliases' and stated.key = statements.value
      )
    )
    group by type, id, field, key having min(value) <> max(value)
    order by type, id limit ${mostNamed + most}
  `);
  const notices = worded
    .filter(({ field, one, other }) => field !== 'name' || !mayNameOne(one, other))
    .map(
      ({ type, id, field, one, other }): Notice => ({
        kind: kinds[field],
        pointer: '',
        detail: `${type}/${id} is “${shortened(one)}” in one article, “${shortened(other)}” in another: if these are two, they need two ids`,
      }),
    );
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
