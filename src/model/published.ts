import { dayNumber } from './day.ts';
import { type Bounds, boundsOf } from './edtf.ts';

const instant =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an instant (RFC 3339), seconds left out or not. */
export function isInstant(text: string): boolean {
  return instant.test(text);
}

/** Whether a text is a date in EDTF, or an instant (RFC 3339). */
export function isPublished(text: string): boolean {
  return boundsOf(isInstant(text) ? text.replace(/\.\d+/, '') : text) !== null;
}

/** The days on which something may have been published: of an instant the day as it is written. */
export function daysOfPublished(text: string): Bounds {
  const [, day = null] = instant.exec(text) ?? [];
  return boundsOf(day ?? text) ?? { earliest: null, latest: null };
}

/**
 * When something was published, as a number that orders: days since 1970-01-01, and the part of the day. A
 * time of day is on the day as it is written; of a longer period it is the first day, of what has no
 * beginning the last.
 */
export function publishedMoment(text: string): number {
  const [, day, hours, minutes, seconds = '0'] = instant.exec(text) ?? [];
  if (day !== undefined)
    return (
      dayNumber(day) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
    );
  const { earliest = null, latest = null } = boundsOf(text) ?? {};
  return dayNumber(earliest ?? latest ?? '0000-01-01');
}
