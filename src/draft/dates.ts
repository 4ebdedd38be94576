import { boundsOf } from '../model/edtf.ts';
import { latinDigits } from '../text/digits.ts';
import type { Span } from '../text/span.ts';
import { firstInDates, type Months, monthsOf } from './months.ts';
import { createTaken } from './taken.ts';

/** A date that a text writes out. */
export interface WrittenDate extends Span {
  /** Null where the text names no year, or may be read in two ways. */
  edtf: string | null;
  /** Four digits and nothing else: a year, unless they count something. */
  isBare: boolean;
}

/**
 * The dates of a text: 2024-05-14, 14 May 2024, May 14, 2024, 14. Mai 2024, May 2024, 2024年5月14日, 14/5/2024,
 * 14 May, the years 2024–25, the 1990s, a year alone. The names of months, and the order of day and month,
 * are those that CLDR has for the language.
 */
export function findDates(text: string, language: string): WrittenDate[] {
  const latin = latinDigits(text);
  const months = monthsOf(language);
  const first = firstInDates(language);
  const taken = createTaken(text);
  const found: WrittenDate[] = [];
  for (const [form, read] of forms)
    for (const { 0: words, index, groups = {} } of latin.matchAll(form)) {
      const span = { start: index, end: index + words.length };
      if (taken.has(span)) continue;
      const edtf = read(groups, months, first);
      if (edtf === undefined || (edtf !== null && boundsOf(edtf) === null)) continue;
      taken.add(span);
      found.push({ ...span, edtf, isBare: /^\d{4}$/.test(words) });
    }
  return found.sort((left, right) => left.start - right.start);
}

type Parts = Record<string, string | undefined>;

/** EDTF; null where it can't be told; undefined where it is no date. */
type Read = (
  parts: Parts,
  months: Months,
  first: ReturnType<typeof firstInDates>,
) => string | null | undefined;

/** Not within a longer word or number; a month is any word, until it is looked up. The surest come first. */
const forms: readonly [RegExp, Read][] = [
  [/(?<![\p{L}\p{N}.,-])(?<iso>\d{4}-[01]\d-[0-3]\d)(?![\p{L}\p{N}-])/gu, ({ iso }) => iso],
  [
    /(?<!\p{N})(?<year>1[5-9]\d\d|20\d\d) ?[年년](?: ?(?<number>1?\d) ?[月월](?: ?(?<day>[0-3]?\d) ?[日일])?)?/gu,
    readParts,
  ],
  [
    /(?<![\p{L}\p{N}.,-])(?<day>[0-3]?\d) tháng (?<number>1?\d),? năm (?<year>1[5-9]\d\d|20\d\d)(?!\p{N})/gu,
    readParts,
  ],
  [
    /(?<![\p{L}\p{N}.,-])(?<day>[0-3]?\d)(?:\.|\.?er|\.?º|\.?ª|th|st|nd|rd)?(?: de)? (?<month>[\p{L}\p{M}]{2,20})\.?(?: del?|,)? (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
    readParts,
  ],
  [
    /(?<![\p{L}\p{N}\p{M}])(?<month>[\p{L}\p{M}]{2,20})\.? (?<day>[0-3]?\d)(?:th|st|nd|rd)?, (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
    readParts,
  ],
  [
    /(?<![\p{L}\p{N}\p{M}])(?<month>[\p{L}\p{M}]{2,20})\.?(?: del?)? (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
    readParts,
  ],
  [
    /(?<![\p{L}\p{N}.,/-])(?<one>[0-3]?\d)[./-](?<other>[0-3]?\d)[./-](?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,/-]\d)/gu,
    readDigits,
  ],
  [
    /(?<![\p{L}\p{N}.,-])(?<year>1[5-9]\d\d|20\d\d) ?[-–/] ?(?<to>\d{4}|\d\d)(?![\p{L}\p{N}]|[.,/-]\d)/gu,
    readYears,
  ],
  [
    /(?<![\p{L}\p{N}.,-])(?<day>[0-3]?\d)(?:\.|\.?er|\.?º|\.?ª|th|st|nd|rd)?(?: de)? (?<month>[\p{L}\p{M}]{2,20})(?![\p{L}\p{N}\p{M}])/gu,
    readDay,
  ],
  [
    /(?<![\p{L}\p{N}\p{M}])(?<month>[\p{L}\p{M}]{2,20})\.? (?<day>[0-3]?\d)(?:th|st|nd|rd)?(?![\p{L}\p{N}%]|[.,:/-]\d)/gu,
    readDay,
  ],
  [/(?<!\p{N})(?<number>1?\d) ?[月월] ?(?<day>[0-3]?\d) ?[日일]/gu, readDay],
  [
    /(?<![\p{L}\p{N}.,-])(?<decade>1[5-9]\d|20\d)0(?:['’]?s|-an|er)(?![\p{L}\p{N}])/gu,
    ({ decade }) => `${decade}X`,
  ],
  [
    /(?<![\p{L}\p{N}.,:/–-])(?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,:/–-]\d|['’-]\p{L})/gu,
    readParts,
  ],
];

function readParts({ year = '', number, month, day }: Parts, months: Months) {
  const monthNumber = number ?? (month === undefined ? undefined : months(month));
  if (month !== undefined && monthNumber === undefined) return undefined;
  const parts = [year, monthNumber, monthNumber && day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** A day of no year that is told; in a leap year there is every day. */
function readDay(parts: Parts, months: Months) {
  const inLeapYear = readParts({ ...parts, year: '2024' }, months);
  return inLeapYear === undefined || boundsOf(inLeapYear) === null ? undefined : null;
}

function readDigits({ year, one = '', other = '' }: Parts, _: Months, first?: 'day' | 'month') {
  const date = (day: string, month: string) => {
    const edtf = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return boundsOf(edtf) === null ? undefined : edtf;
  };
  const [dayFirst, monthFirst] = [date(one, other), date(other, one)];
  if (first === 'day') return dayFirst;
  if (first === 'month') return monthFirst;
  return dayFirst && monthFirst && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst);
}

/** From one year to another; but 2010-12 may be a month as well. */
function readYears({ year = '', to = '' }: Parts) {
  const last = to.length === 2 ? year.slice(0, 2) + to : to;
  const isMonth = to.length === 2 && Number(to) >= 1 && Number(to) <= 12;
  if (last <= year) return isMonth ? `${year}-${to}` : undefined;
  return isMonth ? null : `${year}/${last}`;
}
