import { Type } from 'typebox';
import { intervals } from '../model/interval.ts';
import { count, nullableString, object, oneOf, ref } from '../model/schema.ts';

export const IntervalName = oneOf('Interval', 'A stretch of the calendar.', intervals);

const days = 'written as those of `Period`; within `from` and `to`';

const IntervalCount = object('IntervalCount', 'An interval, and how much lies in it.', {
  period: Type.String({ description: 'The interval: `2024`, `2024-05` or `2024-05-16`.' }),
  earliest: Type.String({ description: `Its first day, ${days}.` }),
  latest: Type.String({ description: 'Its last day.' }),
  count: count('How many facts may lie in it.'),
});

export const Timeline = object('Timeline', 'How many facts may lie in each interval.', {
  // The list of fact types is put together where they are listed, in resources.ts.
  type: Type.Unsafe<string>({ $ref: 'FactType#' }),
  interval: ref(IntervalName),
  data: Type.Array(ref(IntervalCount), {
    description: 'The intervals in which something may lie, in order: the first 2,000.',
  }),
  undated: count('How many facts have no date.'),
  complete: Type.Boolean({
    description:
      'False where later intervals are cut off (go on with `from`), or counting took too long.',
  }),
  hint: nullableString({ description: 'As in `PageInfo`.' }),
});
