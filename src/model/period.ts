import type { Static } from 'typebox';
import { boundsOf } from './edtf.ts';
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

const edtfDescription =
  'A date in EDTF (ISO 8601-2), level 0 to 2, like `2024-05`, `2024-21` (a spring), `2023-10?`, `1950/..`; null if it can’t be told.';
const ofDays =
  ' (`2024-05-16`; of years before 0 or beyond 9999 `-000043-03-15`), wherever on earth it is; null if unknown or open.';

/** A period as it is written in a bundle; its bounds follow from `edtf`. */
export const PeriodEntry = entry(
  'PeriodEntry',
  'A date or period, as far as it is known.',
  {
    edtf: nullableString({ format: 'edtf', description: edtfDescription }),
    basis,
    expression,
    note,
  },
  { edtf: null, basis: null, expression: null, note: null },
);
export type PeriodEntry = CompleteStatic<typeof PeriodEntry>;

export const Period = object('Period', 'A date or period, as far as it is known.', {
  edtf: nullableString({ description: edtfDescription }),
  earliest: nullableString({
    description: `First possible day${ofDays}`,
  }),
  latest: nullableString({
    description: 'Last possible day, written alike; null if unknown or open.',
  }),
  basis,
  expression,
  note,
});
export type Period = Static<typeof Period>;

/** Whether a text is a date in EDTF, level 0 to 2, that says something of when. */
export function isEdtf(text: string): boolean {
  return boundsOf(text) !== null;
}

export function toPeriod(entry: PeriodEntry): Period {
  const { edtf, ...rest } = entry;
  const bounds = edtf === null ? null : boundsOf(edtf);
  return { edtf, earliest: bounds?.earliest ?? null, latest: bounds?.latest ?? null, ...rest };
}

/** The words of the article for a period, where it has some, with their pointer within the entry. */
export function expressionOf(field: string, period: PeriodEntry | null) {
  const words = period?.expression ?? null;
  return words === null ? [] : [{ pointer: `${field}/expression`, words }];
}
