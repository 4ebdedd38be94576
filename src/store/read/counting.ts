import type { Condition, Slots } from '../dialect.ts';
import type { Value } from '../plan.ts';
import { type Sql, sql } from '../sql.ts';
import {
  type Asked,
  conditionsOf,
  shapeOfConditions,
  slotsOfConditions,
  whereAll,
} from './conditions.ts';
import type { Runner } from './runner.ts';
import { findLead } from './ways.ts';

/** How the rows of a selection are counted: all its statements find them in the same way. */
export interface Counting {
  /** @param part tells the statement from others about the same rows */
  rows(part: readonly unknown[], build: () => Sql, slots?: Slots): Promise<Value[][]>;
  /** How many rows there are, or of these what satisfies more. */
  count(part: string, ...more: readonly Condition[]): Promise<number>;
  /** The `from` and `where` that leave the rows, and of these what satisfies more. */
  from(...more: readonly Condition[]): Sql;
  /** A column of theirs, whose index is used only where no condition leads. */
  column(name: string): Sql;
  /** What ends the counting of many, given the column that has the number of the fact, when its time is over. */
  limit(number: string): Condition[];
}

/** @throws TooMuch where it has to be run beside others, and isn't */
export async function beginCounting(runner: Runner, selection: Asked): Promise<Counting> {
  const { dialect, beside } = runner;
  const lead = await findLead(runner, selection);
  const limit = (number: string) =>
    beside && lead === 'any' ? dialect.withinTime(sql.ref(number)) : [];
  const rows: Counting['rows'] = (part, build, slots) =>
    runner.rows(JSON.stringify([...part, lead, ...shapeOfConditions(selection)]), build, {
      ...slotsOfConditions(dialect, selection),
      ...slots,
    });
  const from: Counting['from'] = (...more) => {
    const conditions = [...conditionsOf(dialect, selection, lead), ...limit('number'), ...more];
    return sql`from ${sql.ref(selection.table)} ${whereAll(conditions)}`;
  };
  return {
    rows,
    async count(part, ...more) {
      const [row] = await rows([part], () => sql`select count(*) ${from(...more)}`);
      return Number(row?.[0] ?? 0);
    },
    from,
    column: (name) => (lead === 'any' ? sql.ref(name) : dialect.unindexed(name)),
    limit,
  };
}
