import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import { anchorColumns, linkColumns } from '../write/insert-references.ts';
import type { RowsTarget, Writing, WritingEngine } from '../write/writing.ts';
import type { Session } from './connection.ts';
import { postgres } from './dialect.ts';

export function readWith({ rows }: Session['queries']): Reading {
  return { dialect: postgres, rows };
}

/** @param session in a transaction, and not pipelined */
export function writeWith({ client, queries }: Session): Writing {
  return { ...queries, dialect: postgres, engine: engineOn(client) };
}

function engineOn(client: Session['client']): WritingEngine {
  return {
    async insertRows(writing, { table, columns }, rows, conflict) {
      if (rows.length === 0) return;
      if (conflict === undefined) return copyRows(client, { table, columns }, rows);
      const list = sql.join(columns.map((column) => sql.ref(column)));
      const objects = rows.map((row) =>
        Object.fromEntries(row.map((value, at) => [columns[at], value])),
      );
      await writing.run(sql`
        insert into ${sql.ref(table)} (${list}) select ${list}
        from json_populate_recordset(cast(null as ${sql.ref(table)}), cast(${JSON.stringify(objects)} as json))
        ${sql.raw(conflict)}
      `);
    },
    // COPY takes a fifth of the time that reading the JSON there does.
    async insertReferences(_, articles) {
      const links = articles.flatMap(({ from, links }) =>
        withoutRepeated(parseRows(links)).map(([place, ...row]) => [from + Number(place), ...row]),
      );
      await copyRows(client, { table: 'links', columns: Object.keys(linkColumns) }, links);
      const anchors = articles.flatMap(({ from, mentions }) =>
        parseRows(mentions).map((row, place) => [from + place, ...row]),
      );
      const columns = ['number', ...Object.keys(anchorColumns)];
      await copyRows(client, { table: 'anchors', columns }, anchors);
    },
    // The index is of the rows' own column: they are only counted.
    async indexWords(writing, ranges) {
      const each = [...ranges].map(
        ([table, its]) => sql`
          select counted.count from ${writing.dialect.rowsIn({ first: 'integer', end: 'integer' }, JSON.stringify(its))} as ranges
          cross join lateral (
            select count(*) as count from ${sql.ref(table)} where number >= ranges.first and number < ranges."end"
          ) as counted`,
      );
      const rows = await writing.rows<{ count: number }>(sql`
        select cast(sum(count) as bigint) as count from (${sql.join(each, ' union all ')}) as counted
      `);
      return rows[0]?.count ?? 0;
    },
    // Each row has its words.
    forgetWords: async (_, numbers) => numbers.length,
  };
}

async function copyRows(
  client: Session['client'],
  { table, columns }: RowsTarget,
  rows: readonly (readonly (Cell | Uint8Array)[])[],
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
  if (value === null) return '\\N';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return String(value).replaceAll(/[\\\t\n\r]/g, (it) => escapes[it] ?? it);
}
