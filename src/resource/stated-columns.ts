import { dayNumber } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import type { Cell } from '../store/article.ts';
import type { FactType } from './resource.ts';

/** Before every day, and behind every day: the bounds of what is open. */
const [beginning, end] = [-1e15, 1e15];

/** The days that a period may lie on, as numbers that order and overlap; none without a date. */
export function dayColumns<Document>(
  read: (document: Document) => Period | null,
): Record<'earliest' | 'latest', (document: Document) => Cell> {
  const bound = (name: 'earliest' | 'latest', open: number) => (document: Document) => {
    const period = read(document);
    if (!period?.edtf) return null;
    const day = period[name];
    return day === null ? open : dayNumber(day);
  };
  return { earliest: bound('earliest', beginning), latest: bound('latest', end) };
}

/** What the store filters and orders a fact by. */
export function columnsOf({ columns }: FactType, document: unknown): Record<string, Cell> {
  return Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(document)]));
}
