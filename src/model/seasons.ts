import { type CalendarDay, daysOf } from './day.ts';

/** A month and day of the year at hand, of the year before (-1) or of the next (1). */
type Bound = readonly [year: -1 | 0 | 1, month: number, day: number];

const [spring, summer, autumn] = [
  [
    [0, 3, 1],
    [0, 6, 22],
  ],
  [
    [0, 6, 1],
    [0, 9, 24],
  ],
  [
    [0, 9, 1],
    [0, 12, 23],
  ],
] as const;
/** Whose December it is, the year's or that of the year before, is used both ways. */
const winter = [
  [-1, 12, 1],
  [1, 3, 21],
] as const;

/**
 * What lies between the earliest and the latest day of a season (EDTF level 1 and 2, ISO 8601-2 table 4).
 * The bounds enclose both reckonings in use: whole months (spring is March to May) and from equinox to
 * solstice (March 20 to June 21). Without a hemisphere, they enclose the season of either: spring in
 * Jakarta or Oslo. The parts of a year are those of the calendar.
 */
const seasons: Readonly<Record<number, readonly [Bound, Bound]>> = {
  21: [spring[0], autumn[1]],
  22: winter,
  23: [spring[0], autumn[1]],
  24: winter,
  // In the northern hemisphere, and in the southern.
  25: spring,
  26: summer,
  27: autumn,
  28: winter,
  29: autumn,
  30: winter,
  31: spring,
  32: summer,
  // Quarters, thirds, halves.
  33: months(1, 3),
  34: months(4, 6),
  35: months(7, 9),
  36: months(10, 12),
  37: months(1, 4),
  38: months(5, 8),
  39: months(9, 12),
  40: months(1, 6),
  41: months(7, 12),
};

/** None of the parts of a year ends in February, so it may be any year. */
function months(first: number, last: number): readonly [Bound, Bound] {
  return [
    [0, first, 1],
    [0, last, daysOf(2023, last)],
  ];
}

/** The first and the last possible day of a season; null where there is no such code. */
export function boundsOfSeason(
  code: number,
  firstYear: number,
  lastYear: number,
): { first: CalendarDay; last: CalendarDay } | null {
  const [from, to] = seasons[code] ?? [];
  if (from === undefined || to === undefined) return null;
  return {
    first: { year: firstYear + from[0], month: from[1], day: from[2] },
    last: { year: lastYear + to[0], month: to[1], day: to[2] },
  };
}
