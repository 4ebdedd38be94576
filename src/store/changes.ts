import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from './connection.ts';
import { insertRows } from './write/rows.ts';
import type { Writing } from './write/writing.ts';

/** An article was put or deleted. */
export interface Change {
  revision: number;
  kind: 'put' | 'delete';
  article: string;
  /** RFC 3339, UTC. */
  time: string;
  /** Name of the API key; null of the command line and of seeds. */
  author: string | null;
}

/**
 * Each change makes a revision of its own.
 * @param termsVersion by which rules the words of what was put are made: those of the whole database, if it is new
 */
export async function noteChanges(
  writing: Writing,
  changes: readonly Pick<Change, 'kind' | 'article'>[],
  { time, author, termsVersion }: Pick<Change, 'time' | 'author'> & { termsVersion: number },
): Promise<void> {
  const { rows } = await sql<{ revision: number }>`
    update state set revision = revision + ${changes.length}, mark = ${randomUUID()},
      terms_version = iif(terms_version = 0, ${termsVersion}, terms_version)
    returning revision
  `.execute(writing);
  const first = (rows[0]?.revision ?? 0) - changes.length + 1;
  await insertRows(
    writing,
    'changes (revision, kind, article, time, author)',
    changes.map(({ kind, article }, index) => [first + index, kind, article, time, author]),
  );
}

/** The changes behind a revision, in order; at most so many. */
export async function selectChanges(
  queries: Queries,
  behind: number,
  most: number,
): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select revision, kind, article, time, author from changes
    where revision > ${behind} order by revision limit ${most}
  `.execute(queries);
  return rows;
}

export async function countChanges(queries: Queries): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from changes
  `.execute(queries);
  return rows[0]?.count ?? 0;
}
