import { type Cell, firstShared, type Link, type Statement } from '../article.ts';
import { sql } from '../sql.ts';
import { insertLinks, linkColumns } from './insert-references.ts';
import { forgetWords, type WordsToIndex } from './words.ts';
import type { Writing } from './writing.ts';

/** A type of facts that articles share. */
export interface SharedTable {
  table: string;
  factType: string;
  /** Fields in which no two articles may differ. */
  agreed: readonly string[];
  /** Fields by which a fact lies in another of its table: no way along them leads back. */
  chains: readonly string[];
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
  for (const table of shared) {
    const ids = [...(touched.get(table.table) ?? [])].sort();
    for (let done = 0; done < ids.length; done += mostTogether)
      await refreshThese(writing, shared, table, ids.slice(done, done + mostTogether), words);
  }
}

async function refreshThese(
  writing: Writing,
  shared: readonly SharedTable[],
  { table, factType, serve }: SharedTable,
  ids: readonly string[],
  words: WordsToIndex,
): Promise<void> {
  const statements = await selectStatements(writing, table, ids);
  const stored = await selectStored(writing, table, ids);
  let next = await selectNextNumber(writing, shared);
  const changed = ids.flatMap((id) => {
    const its = statements.get(id);
    if (its === undefined) return [];
    const [served, before] = [serve(id, its), stored.get(id)];
    if (before?.document === served.document && before.terms === served.terms) return [];
    return [{ id, before, number: before?.number ?? next++, ...served }];
  });
  const [first] = changed;
  if (first !== undefined) {
    const columns = ['id', 'document', 'terms', ...Object.keys(first.columns)];
    await writing.engine.insertRows(
      writing,
      { table, columns: ['number', ...columns] },
      changed.map(({ number, id, document, terms, columns }) => [
        number,
        id,
        document,
        terms,
        ...Object.values(columns),
      ]),
      `on conflict (number) do update set ${columns.map((name) => `${name} = excluded.${name}`)}`,
    );
    await replaceLinks(
      writing,
      changed.map(({ number }) => number),
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
    const reworded = changed.filter(({ before, terms }) => before?.terms !== terms);
    for (const { number } of reworded) words.note(table, number, number + 1);
    await forgetWords(
      writing,
      reworded.flatMap(({ before }) => before?.number ?? []),
    );
  }
  const gone = ids.filter((id) => !statements.has(id));
  if (gone.length > 0)
    await writing.run(sql`
      delete from ${sql.ref(table)} where ${writing.dialect.isAmong(sql.ref('id'), gone)}
    `);
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

/** By id, what is stored of shared facts. */
async function selectStored(writing: Writing, table: string, ids: readonly string[]) {
  const rows = await writing.rows<{
    id: string;
    number: number;
    document: string;
    terms: string;
  }>(sql`
    select id, number, document, terms from ${sql.ref(table)}
    where ${writing.dialect.isAmong(sql.ref('id'), ids)}
  `);
  return new Map(rows.map((row) => [row.id, row]));
}

async function selectNextNumber(writing: Writing, shared: readonly SharedTable[]): Promise<number> {
  const lasts = shared.map(({ table }) => sql`select max(number) as last from ${sql.ref(table)}`);
  const rows = await writing.rows<{ last: number | null }>(sql`
    select max(last) as last from (${sql.join(lasts, ' union all ')}) as lasts
  `);
  return Math.max((rows[0]?.last ?? 0) + 1, firstShared);
}

/** @param links a row `[fact, relation, target, role, factType, targetType]` each */
async function replaceLinks(
  writing: Writing,
  facts: readonly number[],
  links: readonly Cell[][],
): Promise<void> {
  const rows = JSON.stringify(links);
  const { isAmong, rowsIn } = writing.dialect;
  await writing.run(sql`
    delete from links where ${isAmong(sql.ref('fact'), facts)}
    and (fact, relation, target, role) not in (
      select fact, relation, target, role from ${rowsIn(linkColumns, rows)} as kept
    )
  `);
  await insertLinks(writing, 0, rows);
}
