import { mostIntervals, type Timeline, type TimelinePlan } from '../plan.ts';
import { sql } from '../sql.ts';
import {
  conditionsOf,
  type Lead,
  shapeOfConditions,
  slotsOfConditions,
  whereAll,
} from './conditions.ts';
import { countIntervals } from './count-intervals.ts';
import { limitOf } from './list.ts';
import { countInTime, type Runner } from './runner.ts';
import { findLead } from './ways.ts';
import { checkWords, withForms } from './words.ts';

/** So many different days are read at once: more than two centuries. */
const mostDays = 100_000;

/**
 * How many rows may lie in each interval of time.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function selectTimeline(runner: Runner, asked: TimelinePlan): Promise<Timeline> {
  const plan = await withForms(runner, asked);
  if (plan.phrases !== null) await checkWords(runner, plan.phrases);
  const lead = await findLead(runner, plan);
  return (await countInTime(countAll())) ?? { intervals: [], undated: 0, complete: false };

  async function countAll(): Promise<Timeline> {
    const counted = await countIntervals(
      plan,
      countByDay(runner, plan, lead, 'earliest'),
      countByDay(runner, plan, lead, 'latest'),
      mostIntervals,
    );
    return { ...counted, undated: await countUndated(runner, plan, lead) };
  }
}

/** How many rows have each day in that column, in the order of the days. */
async function* countByDay(
  runner: Runner,
  plan: TimelinePlan,
  lead: Lead | 'any',
  bound: 'earliest' | 'latest',
): AsyncGenerator<[day: number, count: number]> {
  const { unindexed, valueIn } = runner.dialect;
  const column = lead === 'any' ? sql.ref(bound) : unindexed(bound);
  let after: number | null = null;
  do {
    const isFirst: boolean = after === null;
    const rows: unknown[][] = await runner.rows(
      JSON.stringify(['days', bound, lead, isFirst, ...shapeOfConditions(plan)]),
      () => {
        const dated = isFirst ? sql`${column} is not null` : sql`${column} > ${valueIn('after')}`;
        return sql`
          select ${column}, count(*) from ${sql.ref(plan.table)}
          ${whereAll([...conditionsOf(runner.dialect, plan, lead), ...limitOf(runner, lead)('number'), dated])}
          group by 1 order by 1 limit ${sql.literal(mostDays)}
        `;
      },
      { ...slotsOfConditions(runner.dialect, plan), after: after ?? 0 },
    );
    for (const [day, count] of rows) yield [Number(day), Number(count)];
    after = rows.length < mostDays ? null : Number(rows.at(-1)?.[0]);
  } while (after !== null);
}

/** How many rows have no date: none, where only those of some days are meant. */
async function countUndated(
  runner: Runner,
  plan: TimelinePlan,
  lead: Lead | 'any',
): Promise<number> {
  if (plan.from !== null || plan.to !== null) return 0;
  const column = lead === 'any' ? sql.ref('earliest') : runner.dialect.unindexed('earliest');
  const [row] = await runner.rows(
    JSON.stringify(['undated', lead, ...shapeOfConditions(plan)]),
    () => sql`
      select count(*) from ${sql.ref(plan.table)}
      ${whereAll([...conditionsOf(runner.dialect, plan, lead), ...limitOf(runner, lead)('number'), sql`${column} is null`])}
    `,
    slotsOfConditions(runner.dialect, plan),
  );
  return Number(row?.[0] ?? 0);
}
