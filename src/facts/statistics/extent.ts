import type { Statistic } from '../../model/statistic.ts';

/** The least and the greatest figure that a statistic may mean: “more than 30” is all above 30. */
export function extentOf({
  comparator,
  value,
  upper,
}: Pick<Statistic, 'comparator' | 'value' | 'upper'>): [lowest: number, highest: number] {
  switch (comparator) {
    case 'gt':
      return [nextAbove(value), Number.POSITIVE_INFINITY];
    case 'gte':
      return [value, Number.POSITIVE_INFINITY];
    case 'lt':
      return [Number.NEGATIVE_INFINITY, -nextAbove(-value)];
    case 'lte':
      return [Number.NEGATIVE_INFINITY, value];
    default:
      return [value, upper ?? value];
  }
}

/** The next double above: so that what is above a figure doesn't meet the figure itself. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const float = new Float64Array([value]);
  const bits = new BigInt64Array(float.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return float[0] ?? value;
}
