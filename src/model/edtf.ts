import { type CalendarDay, countDays, daysOf, formatDay, isCalendarDay } from './day.ts';
import { boundsOfSeason } from './seasons.ts';

/** The first and last possible day of a period; null where it is open, unknown or not bounded. */
export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

interface Span {
  first: CalendarDay | null;
  last: CalendarDay | null;
}

/** Longer than any date that people write. */
const longest = 200;

/**
 * The bounds of a date in EDTF (Library of Congress; ISO 8601-2), level 0 to 2. A time of day is on the day
 * as it is written, whatever zone. What is uncertain or approximate (`?`, `~`, `%`) has the bounds of what
 * is not.
 * @returns null where the text is no EDTF, or says nothing of when
 */
export function boundsOf(text: string): Bounds | null {
  const span = text.length > longest ? null : spanOf(text);
  if (span === null) return null;
  return {
    earliest: span.first && formatDay(span.first),
    latest: span.last && formatDay(span.last),
  };
}

function spanOf(text: string): Span | null {
  if (text.includes('/')) return spanFromTo(text.split('/'));
  if (/^\[.*\]$|^\{.*\}$/.test(text)) return spanOfSet(text.slice(1, -1).split(','));
  return spanOfDate(text);
}

/** Between the two ends of an interval, or of a stretch within a set. */
function spanFromTo([from = '', to = '', ...rest]: string[]): Span | null {
  if (rest.length > 0) return null;
  const isOpen = (end: string) => end === '' || end === '..';
  if (isOpen(from) && isOpen(to)) return null;
  const first = isOpen(from) ? open : spanOfDate(from);
  const last = isOpen(to) ? open : spanOfDate(to);
  return first && last && between(first, last);
}

const open: Span = { first: null, last: null };

/** From the beginning of one to the end of the other; null where that is before. */
function between({ first }: Span, { last }: Span): Span | null {
  return first !== null && last !== null && isBefore(last, first) ? null : { first, last };
}

/** One of these, or all of them: between the least and the greatest. */
function spanOfSet(members: readonly string[]): Span | null {
  let whole: Span | undefined;
  for (const member of members) {
    const ends = member.trim().split('..');
    const span = ends.length === 1 ? spanOfDate(member.trim()) : spanFromTo(ends);
    if (span === null) return null;
    whole = {
      first: whole === undefined ? span.first : least(whole.first, span.first, isBefore),
      last:
        whole === undefined
          ? span.last
          : least(whole.last, span.last, (one, other) => isBefore(other, one)),
    };
  }
  return whole ?? null;
}

function least(
  one: CalendarDay | null,
  other: CalendarDay | null,
  comesFirst: (one: CalendarDay, other: CalendarDay) => boolean,
): CalendarDay | null {
  if (one === null || other === null) return null;
  return comesFirst(one, other) ? one : other;
}

function isBefore(one: CalendarDay, other: CalendarDay): boolean {
  return countDays(one) < countDays(other);
}

const plainDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const timeOfDay =
  /^(.*)T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))?|24:00(?::00)?)(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;
/** Each part may be uncertain or approximate by itself, which stands before or behind it. */
const digits = /^[?~%]?(-?[\dX]{4})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?)?)?$/;
const longYear =
  /^(?:Y(-?)([1-9]\d{4,})|Y(-?)([1-9]\d*)E(\d{1,2})|(-?)(\d{4}))(?:S([1-9]\d*))?[?~%]?$/;

function spanOfDate(text: string): Span | null {
  const [, year = '', month, day] = plainDate.exec(text) ?? [];
  // Nearly all dates are such.
  if (year !== '' && Number(month ?? 1) <= 12) return spanOfPlain(Number(year), month, day);
  const [, date] = timeOfDay.exec(text) ?? [];
  if (date !== undefined) return /^-?\d{4}-\d{2}-\d{2}$/.test(date) ? spanOfDate(date) : null;
  return spanOfDigits(text) ?? spanOfYear(text);
}

function spanOfPlain(year: number, month?: string, day?: string): Span | null {
  if (month === undefined)
    return { first: { year, month: 1, day: 1 }, last: { year, month: 12, day: 31 } };
  const first = { year, month: Number(month), day: Number(day ?? 1) };
  if (!isCalendarDay(first)) return null;
  const last = day === undefined ? { ...first, day: daysOf(year, first.month) } : first;
  return { first, last };
}

/** Years beyond four digits, as `Y17000` or `Y-17E7`, and years of which so many digits are significant. */
function spanOfYear(text: string): Span | null {
  const parts = longYear.exec(text);
  if (parts === null) return null;
  const [, sign, years, signE, mantissa, exponent, signPlain, plain, significant] = parts;
  const size = Number(years ?? plain ?? `${mantissa}e${exponent}`);
  if (!(size <= mostYears) || text.startsWith('-0000')) return null;
  const isNegative = [sign, signE, signPlain].includes('-');
  const length = String(size).length;
  const unsure = significant === undefined ? 1 : 10 ** Math.max(length - Number(significant), 0);
  const low = Math.floor(size / unsure) * unsure;
  const high = low + unsure - 1;
  const [first, last] = isNegative ? [-high, -low] : [low, high];
  return { first: { year: first, month: 1, day: 1 }, last: { year: last, month: 12, day: 31 } };
}

/** What counts days stays exact. */
const mostYears = 9_999_999_999;

/** Digits of which some may be unspecified (X): a year, month or day, or a season of years. */
function spanOfDigits(text: string): Span | null {
  const [, year = '', month, day] = digits.exec(text) ?? [];
  if (year === '' || year === '-0000') return null;
  const isBounded = !year.endsWith('XXXX');
  const years = yearsOf(year);
  const code = Number(month);
  if (code > 20) {
    const season = day === undefined ? boundsOfSeason(code, years.first, years.last) : null;
    return season && (isBounded ? season : open);
  }
  const months = matching(month ?? 'XX', 12);
  const days = matching(day ?? 'XX', 31);
  const first = firstDay(years.all(), months, days);
  if (first === null) return null;
  if (!isBounded) return open;
  return { first, last: firstDay(years.backwards(), months.toReversed(), days.toReversed()) };
}

function yearsOf(year: string) {
  const isNegative = year.startsWith('-');
  const pattern = year.replace('-', '');
  const [low, high] = [Number(pattern.replaceAll('X', '0')), Number(pattern.replaceAll('X', '9'))];
  const [first, last] = isNegative ? [-high, -low] : [low, high];
  const matches = (number: number) =>
    fits(String(Math.abs(number)).padStart(4, '0'), pattern) && !(isNegative && number === 0);
  return {
    first,
    last,
    *all() {
      for (let number = first; number <= last; number++) if (matches(number)) yield number;
    },
    *backwards() {
      for (let number = last; number >= first; number--) if (matches(number)) yield number;
    },
  };
}

/** The numbers from 1 to `most` that have these digits. */
function matching(pattern: string, most: number): number[] {
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  return numbers.filter((number) => fits(String(number).padStart(2, '0'), pattern));
}

function fits(number: string, pattern: string): boolean {
  return [...pattern].every((digit, index) => digit === 'X' || digit === number[index]);
}

/** The first day there is of the years, in their order; a leap day comes every eighth year at least. */
function firstDay(
  years: Iterable<number>,
  months: readonly number[],
  days: readonly number[],
): CalendarDay | null {
  for (const year of years)
    for (const month of months)
      for (const day of days) if (isCalendarDay({ year, month, day })) return { year, month, day };
  return null;
}
