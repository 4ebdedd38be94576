import type { Cell } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import { insertReferencesAsJson } from '../write/references.ts';
import type { Writing } from '../write/writing.ts';
import type { Session } from './connection.ts';
import { postgres } from './dialect.ts';

export function readWith({ rows }: Session['queries']): Reading {
  return { dialect: postgres, rows };
}

/** @param queries of a session in a transaction */
export function writeWith({ rows, run }: Session['queries']): Writing {
  const plain = { dialect: postgres, rows, run };
  return {
    ...plain,
    async insertRows({ table, columns }, rows, conflict = '') {
      if (rows.length === 0) return;
      const list = sql.join(columns.map((column) => sql.ref(column)));
      const objects = rows.map((row) =>
        Object.fromEntries(row.map((value, at) => [columns[at], toCell(value)])),
      );
      await run(sql`
        insert into ${sql.ref(table)} (${list}) select ${list}
        from json_populate_recordset(cast(null as ${sql.ref(table)}), cast(${JSON.stringify(objects)} as json))
        ${sql.raw(conflict)}
      `);
    },
    insertReferences: (articles) => insertReferencesAsJson(plain, articles),
    // The index is of the rows' own column.
    indexWords: async () => {},
  };
}

/** What JSON can't say, as the engine reads it in a text: bytes, and numbers without end. */
export function toCell(value: Cell | Uint8Array): Cell {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
