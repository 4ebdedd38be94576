import type { MissingId, MissingPlan } from '../plan.ts';
import { sql } from '../sql.ts';
import type { Runner } from './runner.ts';

/** So many of the missing ids get neighbours, and so many on either side: who slipped in one has hardly slipped in more. */
const most = { explained: 3, neighbours: 50 };

/** Which of the ids no row has, each with those that stand around it in the order of all ids. */
export async function selectMissing(
  runner: Runner,
  { table, column, ids }: MissingPlan,
): Promise<MissingId[]> {
  const { valueIn, valuesIn } = runner.dialect;
  const from = sql`from ${sql.ref(table)}`;
  const field = sql.ref(column);
  const rows = await runner.rows(
    `missing ${table} ${column}`,
    () => sql`
      select value from ${valuesIn('ids')} as asked
      where not exists (select 1 ${from} where ${field} = asked.value)
    `,
    { ids },
  );
  const missing: MissingId[] = [];
  for (const [value] of rows) {
    const id = String(value);
    const near: string[] = [];
    for (const [side, direction] of missing.length < most.explained ? sides : [])
      for (const [neighbour] of await runner.rows(
        `near ${table} ${column} ${direction}`,
        () => sql`
          select distinct ${field} ${from} where ${field} ${sql.raw(side)} ${valueIn('id')}
          order by ${field} ${sql.raw(direction)} limit ${sql.literal(most.neighbours)}
        `,
        { id },
      ))
        near.push(String(neighbour));
    missing.push({ id, near });
  }
  return missing;
}

const sides = [
  ['<', 'desc'],
  ['>', 'asc'],
] as const;
