import { randomUUID } from 'node:crypto';
import type { Change } from '../plan.ts';
import { sql } from '../sql.ts';
import type { Writing } from './writing.ts';

/**
 * Each change makes a revision of its own; what is written together has one mark.
 * @param facts how many more facts and articles the index of words has
 * @param termsVersion by which rules the words of what was put are made: those of the whole database, if it is new
 */
export async function noteChanges(
  writing: Writing,
  changes: readonly Pick<Change, 'kind' | 'article'>[],
  {
    time,
    author,
    facts,
    termsVersion,
  }: Pick<Change, 'time' | 'author'> & { facts: number; termsVersion: number },
): Promise<void> {
  const mark = randomUUID();
  const rows = await writing.rows<{ revision: number }>(sql`
    update state set revision = revision + ${changes.length}, mark = ${mark}, facts = facts + ${facts},
      terms_version = case terms_version when 0 then ${termsVersion} else terms_version end
    returning revision
  `);
  const first = (rows[0]?.revision ?? 0) - changes.length + 1;
  await writing.insertRows(
    { table: 'changes', columns: ['revision', 'kind', 'article', 'time', 'author', 'mark'] },
    changes.map(({ kind, article }, index) => [first + index, kind, article, time, author, mark]),
  );
}
