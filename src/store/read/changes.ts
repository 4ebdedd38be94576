import { sql } from 'kysely';
import type { Change } from '../plan.ts';
import type { Reading } from './reading.ts';

/** The changes behind a revision, in order; at most so many. */
export async function selectChanges(
  reading: Reading,
  behind: number,
  most: number,
): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select revision, kind, article, time, author from changes
    where revision > ${behind} order by revision limit ${most}
  `.execute(reading);
  return rows;
}

export async function countChanges(reading: Reading): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from changes
  `.execute(reading);
  return rows[0]?.count ?? 0;
}
