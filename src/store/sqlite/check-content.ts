import type Database from 'better-sqlite3';
import { judge, type Result } from './finding.ts';

/** Whether the counted revisions are those of the history, and what it left is what is there. */
export function checkHistory(database: Database.Database): Result {
  const state = read<Marked | undefined>(database, 'select revision, mark from state');
  if (state === undefined) return judge([noState], '');
  const { changes, last, lastMark } = read<{ changes: number; last: number; lastMark: string }>(
    database,
    `select count(*) as changes, coalesce(max(revision), 0) as last,
      coalesce((select mark from changes order by revision desc limit 1), '') as lastMark from changes`,
  );
  const faults: string[] = [];
  if (state.revision !== last || changes !== last)
    faults.push(
      `the revision is ${state.revision}, but ${changes} changes are noted, the last as ${last}`,
    );
  else if (state.mark !== lastMark) faults.push('the mark is not that of the last change');
  const { put } = read<{ put: number }>(
    database,
    `select count(*) as put from (select kind, max(revision) from changes group by article) where kind = 'put'`,
  );
  const articles = count(database, 'articles');
  if (put !== articles)
    faults.push(`${put} articles were put and not deleted, ${articles} are there`);
  return judge(faults, `revision ${state.revision}, ${articles} articles`);
}

const noState = 'the table state has no row';

interface Marked {
  revision: number;
  mark: string;
}

/** Whether there are as many facts as the articles say that they state. */
export function checkCounts(
  database: Database.Database,
  own: readonly string[],
  shared: readonly string[],
): Result {
  const tables = [...own, 'mentions'];
  const sums = tables.map(
    (table) => `coalesce(sum(document ->> '$.counts.${table}'), 0) as "${table}"`,
  );
  const stated = read<Record<string, number>>(database, `select ${sums.join(', ')} from articles`);
  const faults: string[] = [];
  const told: string[] = [];
  for (const table of tables) {
    const found = count(database, table);
    told.push(`${found} ${table}`);
    if (found !== stated[table])
      faults.push(`the articles state ${stated[table]} ${table}, ${found} are there`);
  }
  for (const table of shared) {
    const found = count(database, table);
    told.push(`${found} ${table}`);
    const { ids } = read<{ ids: number }>(
      database,
      `select count(*) as ids from (select distinct id from statements where type = '${table}')`,
    );
    if (found !== ids) faults.push(`something is stated of ${ids} ${table}, ${found} are there`);
  }
  return judge(faults, told.join(', '));
}

/** Whether the index of words has every fact and article, with words of this version. */
export function checkWords(
  database: Database.Database,
  tables: readonly string[],
  termsVersion: number,
): Result {
  const state = read<{ version: number; facts: number } | undefined>(
    database,
    'select terms_version as version, facts from state',
  );
  if (state === undefined) return judge([noState], '');
  const { version, facts } = state;
  const indexed = count(database, 'search_terms_docsize');
  const faults: string[] = [];
  if (facts !== indexed) faults.push(`${facts} facts and articles are counted, ${indexed} indexed`);
  const there = tables.reduce(
    (sum, table) => sum + count(database, table),
    count(database, 'articles'),
  );
  if (there !== indexed) faults.push(`${there} facts and articles are there, ${indexed} indexed`);
  const numbers = [
    ...tables.map((table) => `select number from "${table}"`),
    'select (number << 20) + 1048575 from articles',
  ];
  const { missing } = read<{ missing: number }>(
    database,
    `select count(*) as missing from (${numbers.join(' union all ')}) as facts
      where not exists (select 1 from search_terms_docsize where id = facts.number)`,
  );
  if (missing > 0) faults.push(`${missing} facts and articles are not indexed`);
  if (faults.length > 0) return judge(faults, '');
  if (there > 0 && version < 0)
    return {
      detail: 'are being made anew, and until then not all is found',
      remedy: 'let a server of this version run until its log says that all words are indexed anew',
    };
  if (there > 0 && version !== termsVersion)
    return {
      detail: `are of version ${version}, not ${termsVersion}`,
      remedy: 'start this version’s server: it makes them anew while it serves',
    };
  return { detail: `${indexed} facts and articles are indexed, by version ${termsVersion}` };
}

export function count(database: Database.Database, table: string): number {
  return read<{ rows: number }>(database, `select count(*) as rows from "${table}"`).rows;
}

function read<Row>(database: Database.Database, sql: string): Row {
  return database.prepare(sql).get() as Row;
}
