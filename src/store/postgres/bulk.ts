import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell } from '../article.ts';
import { createTurns } from '../in-turn.ts';
import type { BulkWork } from '../store.ts';
import { anchorColumns, linkColumns } from '../write/references.ts';
import type { RowsTarget, Writing } from '../write/writing.ts';
import type { Session } from './connection.ts';
import { toCell, writeWith } from './write.ts';

/**
 * Runs it in the transaction that the session is in, which isn't pipelined. Indexes are made once, behind the work,
 * which costs a fraction; those that keep ids apart stay, but for some tables.
 * @param distinct tables that need no index to keep ids apart until indexes are made
 */
export async function runInBulk<Result>(
  session: Session,
  work: BulkWork<Result>,
  distinct: readonly string[],
): Promise<Result> {
  const { client } = session;
  const { rows } = await client.query<{
    name: string;
    text: string;
    isUnique: boolean;
    table: string;
  }>(`
    select indexes.relname as name, pg_get_indexdef(indexrelid) as text, indisunique as "isUnique",
      tables.relname as "table"
    from pg_index join pg_class as indexes on indexes.oid = indexrelid
    join pg_class as tables on tables.oid = indrelid
    where tables.relnamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_constraint where conindid = indexrelid)
  `);
  let dropped = rows.filter(({ isUnique, table }) => !isUnique || distinct.includes(table));
  for (const { name } of dropped) await client.query(`drop index "${name}"`);
  await client.query("set local maintenance_work_mem = '256MB'");
  const makeIndexes = async () => {
    for (const { text } of dropped) await client.query(text);
    if (dropped.length > 0) await client.query('analyze');
    dropped = [];
  };
  const result = await work(copyWith(session), makeIndexes);
  await makeIndexes();
  return result;
}

/**
 * Rows that can't be there yet are copied, which takes a fifth of the time that reading them as JSON does. A connection
 * that copies does nothing else, so each statement waits for those before it.
 */
function copyWith({ client, queries }: Session): Writing {
  const turns = createTurns();
  const writing = writeWith({
    rows: (statement) => turns.run(() => queries.rows(statement)),
    run: (statement) => turns.run(() => queries.run(statement)),
  });
  const copy = (into: RowsTarget, rows: readonly Row[]) =>
    turns.run(() => copyRows(client, into, rows));
  return {
    ...writing,
    insertRows: (into, rows, conflict) =>
      conflict === undefined ? copy(into, rows) : writing.insertRows(into, rows, conflict),
    async insertReferences(articles) {
      const links = articles.flatMap(({ from, links }) =>
        withoutRepeated(parseRows(links)).map(([place, ...row]) => [from + Number(place), ...row]),
      );
      const anchors = articles.flatMap(({ from, mentions }) =>
        parseRows(mentions).map((row, place) => [from + place, ...row]),
      );
      await copy({ table: 'links', columns: Object.keys(linkColumns) }, links);
      await copy({ table: 'anchors', columns: ['number', ...Object.keys(anchorColumns)] }, anchors);
    },
  };
}

type Row = readonly (Cell | Uint8Array)[];

async function copyRows(
  client: Session['client'],
  { table, columns }: RowsTarget,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => `${row.map(toCopied).join('\t')}\n`);
  const names = columns.map((column) => `"${column}"`);
  await pipeline(
    [Buffer.from(lines.join(''))],
    client.query(copyFrom(`copy ${table} (${names}) from stdin`)),
  );
}

function parseRows(json: string): Cell[][] {
  return JSON.parse(json);
}

/** Of links that are the same but for the types, the first: a fact may name another twice. */
function withoutRepeated(links: readonly Cell[][]): Cell[][] {
  const seen = new Set<string>();
  return links.filter(([fact, relation, target, role]) => {
    const key = `${fact} ${relation} ${target} ${role}`;
    return !seen.has(key) && seen.add(key);
  });
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A value in the text format of COPY: https://www.postgresql.org/docs/current/sql-copy.html */
function toCopied(value: Cell | Uint8Array): string {
  const cell = toCell(value);
  if (cell === null) return '\\N';
  return String(cell).replaceAll(/[\\\t\n\r]/g, (it) => escapes[it] ?? it);
}
