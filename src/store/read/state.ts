import { CompiledQuery, sql } from 'kysely';
import type { Reading } from './reading.ts';

/** It is asked with every read, so it is compiled once. */
const revisionQuery = CompiledQuery.raw('select revision from state');

/** How many changes of content were committed. */
export async function selectRevision(reading: Reading): Promise<number> {
  const { rows } = await reading.executeQuery<{ revision: number }>(revisionQuery);
  return rows[0]?.revision ?? 0;
}

/** What tells this state of the content from every other one, of other databases too. */
export async function selectMark(reading: Reading): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select mark from state`.execute(reading);
  return rows[0]?.mark ?? '';
}
