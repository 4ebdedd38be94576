import { countDays, dayAt, daysOf, formatDay } from './day.ts';

export const intervals = ['day', 'month', 'year'] as const;
export type Interval = (typeof intervals)[number];

/** The first and the last day of the interval that has this day, all three as numbers. */
export function intervalAt(interval: Interval, number: number): [first: number, last: number] {
  if (interval === 'day') return [number, number];
  const { year, month } = dayAt(number);
  const [from, to] = interval === 'month' ? [month, month] : [1, 12];
  return [
    countDays({ year, month: from, day: 1 }),
    countDays({ year, month: to, day: daysOf(year, to) }),
  ];
}

/** The interval that has this day, as days are written: `2024`, `2024-05`, `-000043-03-15`. */
export function nameInterval(interval: Interval, number: number): string {
  const day = formatDay(dayAt(number));
  return interval === 'day' ? day : day.slice(0, interval === 'month' ? -3 : -6);
}
