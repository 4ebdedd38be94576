import { allOf } from '../all-of.ts';
import type { Cell, Link, Statement } from '../article.ts';
import { sql } from '../sql.ts';
import {
  type Changed,
  selectNextNumber,
  selectStored,
  storeLinks,
  storeRows,
} from './shared-rows.ts';
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
  /** The names of its columns but `number`, `id`, `document` and `terms`, in the order in which `serve` gives them. */
  columns: readonly string[];
  /** @param statements all there are of the fact, in the order of the table */
  serve(id: string, statements: readonly Statement[]): Served;
}

/** A shared fact as it is served. */
export interface Served {
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
  for (const { number } of reworded) words.note(table, number, number + 1);
  const gone = ids.filter((id) => !statements.has(id));
  const { isAmong } = writing.dialect;
  await allOf([
    changed.length > 0 && storeRows(writing, shared, changed),
    changed.length > 0 && storeLinks(writing, factType, changed),
    forgetWords(
      writing,
      reworded.flatMap(({ before }) => before?.number ?? []),
    ),
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
