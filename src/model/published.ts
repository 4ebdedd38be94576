import { dayNumber, isDay } from './day.ts';

export function isPublished(text: string): boolean {
  return isDay(text);
}

/** When something was published, as a number that orders: days since 1970-01-01. */
export function publishedMoment(text: string): number {
  return dayNumber(text);
}
