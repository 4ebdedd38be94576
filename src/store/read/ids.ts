import { sql } from '../sql.ts';
import type { Reading } from './reading.ts';

/** Every id in these tables, behind the name of its table: `quotes/…`. */
export async function selectIds(reading: Reading, tables: readonly string[]): Promise<string[]> {
  const each = tables.map((table) => sql`select ${`${table}/`} || id as id from ${sql.ref(table)}`);
  const rows = await reading.rows<{ id: string }>(sql.join(each, ' union all '));
  return rows.map(({ id }) => id);
}

/** The next ids of a table, in order. */
export async function nextIds(reading: Reading, table: string, last: string, most: number) {
  const rows = await reading.rows<{ id: string }>(sql`
    select id from ${sql.ref(table)} where id > ${last} order by id limit ${most}
  `);
  return rows.map(({ id }) => id);
}

/** How many rows each of these tables has, however many these are. */
export async function countRows(
  reading: Reading,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const rows = await reading.rows<{ count: number }>(sql`
      select count(*) as count from ${sql.ref(table)}
    `);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
