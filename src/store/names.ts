import { sql } from 'kysely';
import type { Queries } from './connection.ts';

/** Every document of a table, some at a time, in the order of their numbers. */
export async function* readDocuments(queries: Queries, table: string): AsyncGenerator<string> {
  let last = -1;
  for (;;) {
    const { rows } = await sql<{ number: number; document: string }>`
      select number, document from ${sql.table(table)} where number > ${last} order by number limit 1000
    `.execute(queries);
    for (const { document } of rows) yield document;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.number;
  }
}
