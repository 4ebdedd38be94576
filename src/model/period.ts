import edtf, { parse } from 'edtf';
import type { Static } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { nullableLine } from './localized-text.ts';
import { nullableRef, nullableString, object, oneOf } from './schema.ts';

const PeriodBasis = oneOf(
  'PeriodBasis',
  '`stated`: the article gives the calendar value itself; `inferred`: a reader works it out.',
  ['stated', 'inferred'],
);

const basis = nullableRef(PeriodBasis);
const expression = nullableLine('The words of the article, as they stand.');
const note = nullableLine('Why, where the date is inferred.');

/** A period as it is written in a bundle; its bounds follow from `edtf`. */
export const PeriodEntry = entry(
  'PeriodEntry',
  'A date or period, as far as it is known.',
  {
    edtf: nullableString({
      format: 'edtf',
      description:
        'ISO 8601-2 (EDTF level 0 or 1), years of four digits; null if it can’t be told.',
    }),
    basis,
    expression,
    note,
  },
  { edtf: null, basis: null, expression: null, note: null },
);
export type PeriodEntry = CompleteStatic<typeof PeriodEntry>;

export const Period = object('Period', 'A date or period, as far as it is known.', {
  edtf: nullableString({
    description: 'ISO 8601-2 (EDTF level 0 or 1); null if it can’t be told.',
  }),
  earliest: nullableString({
    format: 'date',
    description: 'First possible day; null if unknown or open.',
  }),
  latest: nullableString({
    format: 'date',
    description: 'Last possible day; null if unknown or open.',
  }),
  basis,
  expression,
  note,
});
export type Period = Static<typeof Period>;

/** Whether a text is EDTF level 0 or 1 with years of four digits. */
export function isEdtf(text: string): boolean {
  if (calendarBounds(text) !== null) return true;
  if (/Y|(^|\/)-|^\d{5,}/.test(text)) return false;
  try {
    parse(text, { level: 1 });
    // Grammar lets an interval end before it begins; this doesn't.
    edtf(text);
    return [...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].every(([day]) => isDay(day));
  } catch {
    return false;
  }
}

/** The parser takes 2023-02-29 for the first of March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function toPeriod(entry: PeriodEntry): Period {
  const { edtf: text, ...rest } = entry;
  return { edtf: text, ...(text === null ? open : bounds(text)), ...rest };
}

function bounds(text: string): Bounds {
  const calendar = calendarBounds(text);
  if (calendar !== null) return calendar;
  const value = edtf(text);
  return { earliest: isoDay(value.min), latest: isoDay(value.max) };
}

/**
 * The bounds of a year, month or day, be it uncertain, and of what lies between two; null of anything
 * else. Nearly all dates are such, and the parser, which knows the rest, takes a hundred times as long.
 */
function calendarBounds(text: string): Bounds | null {
  const [from = '', to, ...rest] = text.split('/');
  if (rest.length > 0) return null;
  if (to === undefined) return dateBounds(from);
  const first = from === '..' ? open : dateBounds(from);
  const last = to === '..' ? open : dateBounds(to);
  if (first === null || last === null || (first === open && last === open)) return null;
  // Whether the end may lie within the beginning is for the parser to say.
  if (first.latest !== null && last.earliest !== null && first.latest >= last.earliest) return null;
  return { earliest: first.earliest, latest: last.latest };
}

type Bounds = Pick<Period, 'earliest' | 'latest'>;
const open: Bounds = { earliest: null, latest: null };

function dateBounds(text: string): Bounds | null {
  const [, date = '', year, month, day] =
    /^((\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)[?~%]?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const length = daysOf(Number(year), Number(month));
  if (length === undefined) return null;
  if (day === undefined) return { earliest: `${date}-01`, latest: `${date}-${length}` };
  return Number(day) >= 1 && Number(day) <= length ? { earliest: date, latest: date } : null;
}

/** How many days a month has; undefined if there is no such month. */
function daysOf(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** `edtf` gives milliseconds since 1970 in UTC, and an infinity or null at an open or unknown end. */
function isoDay(time: number | null): string | null {
  return time === null || !Number.isFinite(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The words of the article for a period, where it has some, with their pointer within the entry. */
export function expressionOf(field: string, period: PeriodEntry | null) {
  const words = period?.expression ?? null;
  return words === null ? [] : [{ pointer: `${field}/expression`, words }];
}
