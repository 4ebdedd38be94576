import { sql } from 'kysely';
import type { Queries } from './connection.ts';

/** How many changes of content were committed. */
export async function selectRevision(queries: Queries): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select revision from state`.execute(queries);
  return rows[0]?.revision ?? 0;
}

/** What tells this state of the content from every other one, of other databases too. */
export async function selectMark(queries: Queries): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select mark from state`.execute(queries);
  return rows[0]?.mark ?? '';
}
