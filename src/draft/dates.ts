import { boundsOf } from '../model/edtf.ts';
import { overlap, type Span } from './span.ts';

/** A date that a text writes out, as far as a year goes with it. */
interface WrittenDate extends Span {
  edtf: string;
}

/**
 * The dates of a text that name a year: 2024-05-14, 14 May 2024, May 14, 2024, 14. Mai 2024, May 2024,
 * 2024年5月14日, the years 2024–25, a year alone. The names of months are those that CLDR has for the language.
 */
export function findDates(text: string, language: string): WrittenDate[] {
  const months = monthsOf(language);
  const found: WrittenDate[] = [];
  for (const form of forms)
    for (const { 0: words, index, groups = {} } of text.matchAll(form)) {
      const span = { start: index, end: index + words.length };
      const edtf = toEdtf(groups, months);
      if (boundsOf(edtf) === null || found.some((it) => overlap(it, span))) continue;
      found.push({ ...span, edtf });
    }
  return found.sort((left, right) => left.start - right.start);
}

/** Not within a longer word or number; a month is any word, until it is looked up. */
const forms = [
  /(?<![\p{L}\p{N}.,-])(?<iso>\d{4}-[01]\d-[0-3]\d)(?![\p{L}\p{N}-])/gu,
  /(?<!\p{N})(?<year>1[5-9]\d\d|20\d\d)年(?<number>1?\d)月(?:(?<day>[0-3]?\d)日)?/gu,
  /(?<![\p{L}\p{N}.,-])(?<day>[0-3]?\d)(?:\.|er|º|ª|th|st|nd|rd)?(?: de)? (?<month>[\p{L}\p{M}]{2,20})\.?(?: de|,)? (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
  /(?<![\p{L}\p{N}\p{M}])(?<month>[\p{L}\p{M}]{2,20})\.? (?<day>[0-3]?\d)(?:th|st|nd|rd)?, (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
  /(?<![\p{L}\p{N}\p{M}])(?<month>[\p{L}\p{M}]{2,20})\.?(?: de)? (?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
  /(?<![\p{L}\p{N}.,-])(?<year>1[5-9]\d\d|20\d\d) ?[-–/] ?(?<to>\d{4}|\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
  /(?<![\p{L}\p{N}.,-])(?<year>1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}]|[.,-]\d)/gu,
];

function toEdtf(
  { iso, year = '', number, month = '', day, to }: Record<string, string | undefined>,
  months: ReadonlyMap<string, number>,
): string {
  if (iso !== undefined) return iso;
  if (to !== undefined) return `${year}/${to.length === 2 ? year.slice(0, 2) + to : to}`;
  const monthNumber = number ?? months.get(month.toLowerCase());
  if (month !== '' && monthNumber === undefined) return '';
  const parts = [year, monthNumber, monthNumber && day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The names of the months, long and short, as they stand alone and within a date. */
function monthsOf(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of ['long', 'short'] as const)
    for (const options of [{ month: style }, { month: style, day: 'numeric' } as const]) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month, 1));
        const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
        if (/\p{L}/u.test(name)) names.set(name.replace(/\.$/, ''), month + 1);
      }
    }
  return names;
}
