import type { Dialect } from '../dialect.ts';
import type { Timeline, TimelinePlan } from '../plan.ts';
import { sql } from '../sql.ts';
import { countIntervals } from './count-intervals.ts';
import { beginCounting, type Counting } from './counting.ts';
import { countInTime, type Runner } from './runner.ts';
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
  const counting = await beginCounting(runner, plan);
  return (await countInTime(countAll())) ?? { intervals: [], undated: 0, complete: false };

  async function countAll(): Promise<Timeline> {
    const counted = await countIntervals(
      plan,
      countByDay(runner.dialect, counting, 'earliest'),
      countByDay(runner.dialect, counting, 'latest'),
    );
    // Where only some days are meant, what has none isn't.
    const isOfAll = plan.from === null && plan.to === null;
    const undated = isOfAll
      ? await counting.count('undated', sql`${counting.column('earliest')} is null`)
      : 0;
    return { ...counted, undated };
  }
}

/** How many rows have each day in that column, in the order of the days. */
async function* countByDay(
  { valueIn }: Dialect,
  counting: Counting,
  bound: 'earliest' | 'latest',
): AsyncGenerator<[day: number, count: number]> {
  const column = counting.column(bound);
  let after: number | null = null;
  do {
    const isFirst: boolean = after === null;
    const rows: unknown[][] = await counting.rows(
      ['days', bound, isFirst],
      () => {
        const dated = isFirst ? sql`${column} is not null` : sql`${column} > ${valueIn('after')}`;
        return sql`
          select ${column}, count(*) ${counting.from(dated)}
          group by 1 order by 1 limit ${sql.literal(mostDays)}
        `;
      },
      { after: after ?? 0 },
    );
    for (const [day, count] of rows) yield [Number(day), Number(count)];
    after = rows.length < mostDays ? null : Number(rows.at(-1)?.[0]);
  } while (after !== null);
}
