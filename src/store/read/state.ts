import { CompiledQuery, sql } from 'kysely';
import { valueIn } from '../sqlite/dialect.ts';
import type { Reading } from './reading.ts';
import type { Runner } from './runner.ts';

/** A state of the content, told from every other one, of other databases and of copies of this one too. */
export interface State {
  /** Of the database. It is a secret, since cursors are sealed with it. */
  identity: string;
  /** How many changes of content were committed. */
  revision: number;
  /** What no other state has. */
  mark: string;
}

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

export async function selectState(runner: Runner): Promise<State> {
  const [[identity, revision, mark] = []] = await runner.rows(
    'state',
    () => sql`select identity, revision, mark from state`,
    {},
  );
  return { identity: String(identity), revision: Number(revision), mark: String(mark) };
}

/**
 * The mark that the content had at a revision; null where it never was there. A copy that is put back has
 * the marks up to then; what comes after it has others than what came after it before.
 */
export async function selectMarkAt(
  runner: Runner,
  { revision }: { revision: number },
): Promise<string | null> {
  if (revision === 0) return '';
  const [row] = await runner.rows(
    'mark',
    () => sql`select mark from changes where revision = ${valueIn('revision')}`,
    { revision },
  );
  return row === undefined ? null : String(row[0]);
}
