import edtf, { parse } from 'edtf';
import type { Static } from 'typebox';
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
export const PeriodEntry = object('PeriodEntry', 'A date or period, as far as it is known.', {
  edtf: nullableString({
    format: 'edtf',
    description: 'ISO 8601-2 (EDTF level 0 or 1), years of four digits; null if it can’t be told.',
  }),
  basis,
  expression,
  note,
});
export type PeriodEntry = Static<typeof PeriodEntry>;

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
  if (/Y|(^|\/)-|^\d{5,}/.test(text)) return false;
  try {
    parse(text, { level: 1 });
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
  return { edtf: text, ...(text === null ? unbounded : bounds(text)), ...rest };
}

const unbounded = { earliest: null, latest: null };

function bounds(text: string): Pick<Period, 'earliest' | 'latest'> {
  const value = edtf(text);
  return { earliest: isoDay(value.min), latest: isoDay(value.max) };
}

/** `edtf` gives milliseconds since 1970 in UTC, and an infinity or null at an open or unknown end. */
function isoDay(time: number | null): string | null {
  return time === null || !Number.isFinite(time) ? null : new Date(time).toISOString().slice(0, 10);
}
