import { allOf } from '../all-of.ts';
import { type Cell, firstShared, type Link, type Statement } from '../article.ts';
import { sql } from '../sql.ts';
import { replaceLinks } from './references.ts';
import type { WordsToIndex } from './words.ts';
import type { Writing } from './writing.ts';

/** A type of facts that articles share. */
export interface SharedTable {
  table: string;
  factType: string;
  /** Fields in which no two articles may differ. */
  agreed: readonly string[];
  /** Fields by which a fact lies in another of its table: no way along them leads back. */
  chains: readonly string[];
  /** The names of its columns but `number`, `id`, `document` and `terms`, in the order in which `serve` gives them. */
  columns: readonly string[];
  /** @param statements all there are of the fact, in the order of the table */
  serve(id: string, statements: readonly Statement[]): Served;
}

/** A shared fact as it is served. */
interface Served {
  document: string;
  terms: string;
  /** Its other columns, by name. */
  columns: Readonly<Record<string, Cell>>;
  /** Its references to other facts. */
  links: readonly Link[];
}

/** So many shared facts are brought up to date together: all that is stated of them is at hand then. */
const mostTogether = 1000;

/** Makes shared facts anew of what is stated of them; those of which nothing is stated are gone. */
export async function refreshShared(
  writing: Writing,
  shared: readonly SharedTable[],
  touched: ReadonlyMap<string, ReadonlySet<string>>,
  words: WordsToIndex,
): Promise<void> {
  let next = await selectNextNumber(writing, shared);
  for (const table of shared) {
    const ids = [...(touched.get(table.table) ?? [])].sort();
    for (let done = 0; done < ids.length; done += mostTogether) {
      const these = ids.slice(done, done + mostTogether);
      await refreshThese(writing, table, these, () => next++, words);
    }
  }
}

async function refreshThese(
  writing: Writing,
  shared: SharedTable,
  ids: readonly string[],
  nextNumber: () => number,
  words: WordsToIndex,
): Promise<void> {
  const { table, factType, serve } = shared;
  const [statements, stored] = await allOf([
    selectStatements(writing, table, ids),
    selectStored(writing, shared, ids),
  ]);
  const changed = Array.from(statements, ([id, its]): Changed => {
    const before = stored.get(id);
    return { id, ...serve(id, its), before, number: before?.number ?? nextNumber() };
  }).filter(
    ({ before, document, terms }) => before?.document !== document || before.terms !== terms,
  );
  const reworded = changed.filter(({ before, terms }) => before?.terms !== terms);
  for (const { number, before } of reworded)
    words.note(table, number, number + 1, before === undefined ? 1 : 0);
  const gone = ids.filter((id) => !statements.has(id));
  const { isAmong } = writing.dialect;
  await allOf([
    changed.length > 0 && storeRows(writing, shared, changed),
    changed.length > 0 && replaceLinks(writing, factType, changed),
    gone.length > 0 &&
      writing.run(sql`delete from ${sql.ref(table)} where ${isAmong(sql.ref('id'), gone)}`),
  ]);
}

/** By id, all that is stated, in the order of the table. */
async function selectStatements(writing: Writing, table: string, ids: readonly string[]) {
  const rows = await writing.rows<StatementRow>(sql`
    select id, field, key, value, count from statements
    where type = ${table} and ${writing.dialect.isAmong(sql.ref('id'), ids)}
    order by id, field, key, value
  `);
  const statements = new Map<string, Statement[]>();
  for (const { id, field, key, value, count } of rows)
    statements.getOrInsertComputed(id, () => []).push([field, key, value, count]);
  return statements;
}

interface StatementRow {
  id: string;
  field: string;
  key: string;
  value: string;
  count: number;
}

/** A row of a shared table. */
interface Stored extends Readonly<Record<string, Cell>> {
  id: string;
  number: number;
  document: string;
  terms: string;
}

/** By id, what is stored of shared facts. */
async function selectStored(
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
async function selectNextNumber(writing: Writing, shared: readonly SharedTable[]): Promise<number> {
  const lasts = shared.map(({ table }) => sql`select max(number) as last from ${sql.ref(table)}`);
  const rows = await writing.rows<{ last: number | null }>(sql`
    select max(last) as last from (${sql.join(lasts, ' union all ')}) as lasts
  `);
  return Math.max((rows[0]?.last ?? 0) + 1, firstShared);
}

/** A shared fact as it is from now on, and as it was stored. */
interface Changed extends Served {
  id: string;
  number: number;
  before: Stored | undefined;
}

async function storeRows(
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
    writing.insertRows(
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
