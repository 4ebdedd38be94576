import { sql } from 'kysely';
import type { Reading } from './reading.ts';

/** Every id in these tables, behind the name of its table: `quotes/…`. */
export async function selectIds(reading: Reading, tables: readonly string[]): Promise<string[]> {
  const each = tables.map(
    (table) => sql`select ${`${table}/`} || id as id from ${sql.table(table)}`,
  );
  const { rows } = await sql<{ id: string }>`${sql.join(each, sql` union all `)}`.execute(reading);
  return rows.map(({ id }) => id);
}

/** How many rows each of these tables has, however many these are. */
export async function countRows(
  reading: Reading,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}
    `.execute(reading);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
