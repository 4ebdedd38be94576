import { dayNumber } from '../model/day.ts';
import type { Bounds } from '../model/edtf.ts';
import type { Period } from '../model/period.ts';
import type { Cell } from '../store/article.ts';
import type { FactType } from './resource.ts';

/** Before every day, and behind every day: the bounds of what is open. */
const [beginning, end] = [-1e15, 1e15];

/** The days that a period may lie on, as numbers that order and overlap; none without a date. */
export function dayColumns<Document>(
  read: (document: Document) => Period | null,
): Record<'earliest' | 'latest', (document: Document) => Cell> {
  const bound = (name: 'earliest' | 'latest') => (document: Document) => {
    const period = read(document);
    return period?.edtf ? toDayCells(period)[name] : null;
  };
  return { earliest: bound('earliest'), latest: bound('latest') };
}

/** The bounds of a period as numbers. */
export function toDayCells({ earliest, latest }: Bounds): Record<keyof Bounds, number> {
  return {
    earliest: earliest === null ? beginning : dayNumber(earliest),
    latest: latest === null ? end : dayNumber(latest),
  };
}

/** What the store filters and orders a fact by. */
export function columnsOf({ columns }: FactType, document: unknown): Record<string, Cell> {
  return Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(document)]));
}
