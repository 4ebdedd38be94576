import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell } from '../article.ts';
import { readingOn } from '../read/reading.ts';
import type { Writing, WritingEngine } from '../write/writing.ts';
import type { Session } from './connection.ts';
import { postgres } from './dialect.ts';

/** @param session in a transaction, and not pipelined */
export function writeWith({ client, queries }: Session): Writing {
  return { ...readingOn(queries, postgres), engine: engineOn(client) };
}

function engineOn(client: Session['client']): WritingEngine {
  return {
    async insertRows(writing, { table, columns }, rows, conflict) {
      if (rows.length === 0) return;
      if (conflict === undefined) {
        const lines = rows.map((row) => `${row.map(toCopied).join('\t')}\n`);
        return pipeline(
          [Buffer.from(lines.join(''))],
          client.query(copyFrom(`copy ${table} (${columns}) from stdin`)),
        );
      }
      const list = sql.join(columns.map((column) => sql.ref(column)));
      const objects = rows.map((row) =>
        Object.fromEntries(row.map((value, at) => [columns[at], value])),
      );
      await sql`
        insert into ${sql.table(table)} (${list}) select ${list}
        from json_populate_recordset(cast(null as ${sql.table(table)}), cast(${JSON.stringify(objects)} as json))
        ${sql.raw(conflict)}
      `.execute(writing);
    },
    // The index is of the rows' own column: they are only counted.
    async indexWords(writing, ranges) {
      const each = [...ranges].map(
        ([table, its]) => sql`
          select count(*) as count from ${writing.dialect.rowsIn({ first: 'integer', end: 'integer' }, JSON.stringify(its))} as ranges
          join ${sql.table(table)} as facts on facts.number >= ranges.first and facts.number < ranges."end"`,
      );
      const { rows } = await sql<{ count: number }>`
        select cast(sum(count) as bigint) as count from (${sql.join(each, sql` union all `)}) as counted
      `.execute(writing);
      return rows[0]?.count ?? 0;
    },
    async forgetWords(writing, numbers) {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from search_terms where ${writing.dialect.isAmong(sql.ref('rowid'), numbers)}
      `.execute(writing);
      return rows[0]?.count ?? 0;
    },
  };
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
