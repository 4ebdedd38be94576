import { intervalAt } from '../../model/interval.ts';
import { type IntervalCount, mostIntervals, type Timeline, type TimelinePlan } from '../plan.ts';

/** How many begin, or end, on each day, in order. What is open begins before, or ends behind, every day. */
type Days = AsyncIterator<[day: number, count: number]>;

/** No day that people write is further away; what is open is. */
const furthest = 1e14;

/**
 * In which intervals something lies, and how much: in each what has begun by its last day, and hadn't
 * ended before its first. Intervals reach as far as days that are asked for or that something begins or
 * ends on: what is open has no day of its own.
 */
export async function countIntervals(
  { interval, from, to }: TimelinePlan,
  starts: Days,
  ends: Days,
): Promise<Omit<Timeline, 'undated'>> {
  const begun = await follow(starts);
  const over = await follow(ends);
  await begun.takeUpTo(-furthest);
  const intervals: IntervalCount[] = [];
  let day = from ?? least([begun.next(), over.next(), to]);
  while (day !== null) {
    const [whole, end] = intervalAt(interval, day);
    const [first, last] = [Math.max(whole, from ?? whole), Math.min(end, to ?? end)];
    await begun.takeUpTo(last);
    await over.takeUpTo(first - 1);
    const count = begun.taken() - over.taken();
    if (count > 0 && intervals.length === mostIntervals) return { intervals, complete: false };
    if (count > 0) intervals.push({ first, last, count });
    await over.takeUpTo(last);
    day = last === to ? null : nextDay(last + 1);
  }
  return { intervals, complete: true };

  /** Where the next interval lies in which there may be something; null where there is none. */
  function nextDay(following: number): number | null {
    const goesOn = begun.taken() > over.taken();
    if (!goesOn) return begun.next();
    return to !== null || begun.next() !== null || over.next() !== null ? following : null;
  }
}

/** Counts along days. */
async function follow(days: Days) {
  let ahead = await days.next();
  let taken = 0;
  return {
    /** Counts all up to that day. */
    async takeUpTo(day: number): Promise<void> {
      while (!ahead.done && ahead.value[0] <= day) {
        taken += ahead.value[1];
        ahead = await days.next();
      }
    },
    taken: () => taken,
    /** The next day that isn't counted yet; null where there is none. */
    next: () => (ahead.done || ahead.value[0] > furthest ? null : ahead.value[0]),
  };
}

function least(days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : Math.min(...known);
}
