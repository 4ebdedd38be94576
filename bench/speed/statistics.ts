import type { Outcome } from './figures.ts';

/** Answers a second. */
export function rateOf({ answers, seconds }: Outcome): number {
  return answers / seconds;
}

/** In milliseconds; where no answer came at all, it takes at least as long as was waited for one. */
export function p99Of({ answers, seconds, p99 }: Outcome): number {
  return answers === 0 ? seconds * 1000 : p99;
}

/** @throws Error where there are no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('no values have no median');
  return (low + high) / 2;
}

/** How far the values lie apart, as a share of their median: 0.1 is a tenth. */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * The median of the ratios of each round. What is measured in the same round stands side by side in time,
 * so a machine that is slower for a while slows both.
 */
export function medianRatio(ours: readonly number[], bare: readonly number[]): number {
  if (ours.length !== bare.length)
    throw new Error(`${ours.length} and ${bare.length} rounds can't be compared`);
  return median(ours.map((rate, round) => rate / (bare[round] ?? 0)));
}

/** So many of the items, evenly from all of them. */
export function pickEvenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  const count = Math.min(items.length, most);
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * step)] as Item);
}
