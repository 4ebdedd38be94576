import { localeOf, localesOf } from '../text/locale.ts';

/** What tells the month that a word names, in the language as CLDR has it. */
export type Months = (word: string) => number | undefined;

/** The names of the months, long and short, as they stand alone and within a date. */
export function monthsOf(language: string): Months {
  const names = new Map<string, number>();
  for (const locale of localesOf(language))
    for (const style of ['long', 'short'] as const)
      for (const options of [{ month: style }, { month: style, day: 'numeric' } as const])
        namesIn(locale, options).forEach((name, index) => {
          for (const form of formsOf(name, locale)) names.set(form, index + 1);
        });
  return (word) => names.get(word);
}

function namesIn(locale: string, options: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2024, month, 1));
    return (parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
  });
}

/** As at the beginning of a sentence, and in a headline; but “may” is no month where “May” is one. */
function formsOf(name: string, locale: string): string[] {
  const [first] = name;
  if (first === undefined || !/\p{L}/u.test(name)) return [];
  // Hebrew writes “in” together with it.
  if (/\p{Script=Hebrew}/u.test(name)) return [name, `ב${name}`];
  const capitalized = first.toLocaleUpperCase(locale) + name.slice(first.length);
  return [name, capitalized, name.toLocaleUpperCase(locale)];
}

/** Whether the language writes the day or the month first, in digits; undefined where it depends on the country. */
export function firstInDates(language: string): 'day' | 'month' | undefined {
  const locale = localeOf(language);
  if (locale === undefined || language === 'en') return undefined;
  const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory' }).formatToParts(0);
  const first = parts.find(({ type }) => type === 'day' || type === 'month')?.type;
  return first === 'day' ? 'day' : 'month';
}
