import type { Plain } from './typography.ts';

/** So far around a place is looked, in characters. */
const farthest = 4000;
/** So many are taken before, and behind. */
const mostOnASide = 8;

/** The places of a phrase that are nearest to a position, for phrases that stand in very many. */
export function findNear({ text, from }: Plain, phrase: string, position: number): number[] {
  const middle = indexOf(from, position);
  const begin = Math.max(0, middle - farthest);
  const around = text.slice(begin, middle + farthest + phrase.length);
  const found: number[] = [];
  let at = middle - begin - 1;
  for (let count = 0; count < mostOnASide && at >= 0; count++) {
    at = around.lastIndexOf(phrase, at);
    if (at >= 0) found.unshift(begin + at--);
  }
  at = middle - begin;
  for (let count = 0; count < mostOnASide && at >= 0; count++) {
    at = around.indexOf(phrase, at);
    if (at >= 0) found.push(begin + at++);
  }
  return found;
}

/** The first of ascending numbers that is no less; their number where none is. */
export function indexOf(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
