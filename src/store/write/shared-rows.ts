import { allOf } from '../all-of.ts';
import { type Cell, firstShared } from '../article.ts';
import { sql } from '../sql.ts';
import { insertLinks, linkColumns } from './insert-references.ts';
import type { Served, SharedTable } from './shared.ts';
import type { Writing } from './writing.ts';

/** A row of a shared table. */
interface Stored extends Readonly<Record<string, Cell>> {
  id: string;
  number: number;
  document: string;
  terms: string;
}

/** By id, what is stored of shared facts. */
export async function selectStored(
  writing: Writing,
  { table, columns }: SharedTable,
  ids: readonly string[],
) {
  const names = ['id', 'number', 'document', 'terms', ...columns];
  const rows = await writing.rows<Stored>(sql`
    select ${sql.join(names.map(sql.ref))} from ${sql.ref(table)}
    where ${writing.dialect.isAmong(sql.ref('id'), ids)}
  `);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The first that no shared fact has. */
export async function selectNextNumber(
  writing: Writing,
  shared: readonly SharedTable[],
): Promise<number> {
  const lasts = shared.map(({ table }) => sql`select max(number) as last from ${sql.ref(table)}`);
  const rows = await writing.rows<{ last: number | null }>(sql`
    select max(last) as last from (${sql.join(lasts, ' union all ')}) as lasts
  `);
  return Math.max((rows[0]?.last ?? 0) + 1, firstShared);
}

/** A shared fact as it is from now on, and as it was stored. */
export interface Changed extends Served {
  id: string;
  number: number;
  before: Stored | undefined;
}

export async function storeRows(
  writing: Writing,
  { table, columns }: SharedTable,
  changed: readonly Changed[],
): Promise<void> {
  const { documents = [], rows = [] } = Object.groupBy(changed, (it) =>
    hasOtherDocumentAlone(it) ? 'documents' : 'rows',
  );
  const given = writing.dialect.rowsIn(
    { number: 'integer', document: 'text' },
    JSON.stringify(documents.map(({ number, document }) => [number, document])),
  );
  const names = ['id', 'document', 'terms', ...columns];
  await allOf([
    documents.length > 0 &&
      writing.run(sql`
        update ${sql.ref(table)} set document = given.document from ${given} as given
        where ${sql.ref(`${table}.number`)} = given.number
      `),
    writing.engine.insertRows(
      writing,
      { table, columns: ['number', ...names] },
      rows.map(({ number, id, document, terms, columns }) => [
        number,
        id,
        document,
        terms,
        ...Object.values(columns),
      ]),
      `on conflict (number) do update set ${names.map((name) => `${name} = excluded.${name}`)}`,
    ),
  ]);
}

/** Then its indexes needn't be touched. */
function hasOtherDocumentAlone({ before, terms, columns }: Changed): boolean {
  return (
    before?.terms === terms &&
    Object.entries(columns).every(([name, value]) => before[name] === value)
  );
}

/** What they refer to, in place of what they referred to before. */
export async function storeLinks(
  writing: Writing,
  factType: string,
  changed: readonly Changed[],
): Promise<void> {
  const rows = JSON.stringify(
    changed.flatMap(({ number, links }) =>
      links.map(({ relation, target, role = '', targetType }) => [
        number,
        relation,
        target,
        role,
        factType,
        targetType,
      ]),
    ),
  );
  const { isAmong, rowsIn } = writing.dialect;
  const facts = changed.map(({ number }) => number);
  await allOf([
    writing.run(sql`
      delete from links where ${isAmong(sql.ref('fact'), facts)}
      and (fact, relation, target, role) not in (
        select fact, relation, target, role from ${rowsIn(linkColumns, rows)} as kept
      )
    `),
    insertLinks(writing, 0, rows),
  ]);
}
