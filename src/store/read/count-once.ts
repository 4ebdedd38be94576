import type { Slots } from '../dialect.ts';
import { type Sql, sql } from '../sql.ts';
import type { Runner } from './runner.ts';

/** Rows to be counted: what comes behind `select`, and how its statement is told from others. */
interface Counted {
  shape: string;
  rows: () => Sql;
  slots: Slots;
}

/**
 * How many rows there are; counting stops at `most`. The count is known until the content changes.
 * @param key tells what is counted from everything else
 */
export async function countOnce(
  runner: Runner,
  key: string,
  { shape, rows, slots }: Counted,
  most: number,
): Promise<number> {
  const known = runner.known.counts.get(key);
  if (known !== undefined) return known;
  const [row] = await runner.rows(
    shape,
    () =>
      sql`select count(*) from (select 1 ${rows()} limit ${runner.dialect.valueIn('most')}) as counted`,
    { ...slots, most },
  );
  const count = Number(row?.[0] ?? 0);
  runner.known.counts.set(key, count);
  return count;
}
