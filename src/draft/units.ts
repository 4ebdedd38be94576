import { isOfWord } from '../text/letters.ts';
import { localesOf } from '../text/locale.ts';

/** UCUM or ISO 4217, with its name in the language. */
export interface Unit {
  code: string;
  label: string;
}

/**
 * UCUM's codes of CLDR's units, as far as the word says which it is: a pound may be money, a degree an
 * angle, and gallons differ.
 */
const ucum: Readonly<Record<string, string>> = {
  percent: '%',
  year: 'a',
  month: 'mo',
  week: 'wk',
  day: 'd',
  hour: 'h',
  minute: 'min',
  second: 's',
  kilometer: 'km',
  meter: 'm',
  centimeter: 'cm',
  millimeter: 'mm',
  mile: '[mi_i]',
  foot: '[ft_i]',
  inch: '[in_i]',
  kilogram: 'kg',
  gram: 'g',
  liter: 'L',
  hectare: 'har',
  celsius: 'Cel',
  fahrenheit: '[degF]',
};
/** Where words are written without spaces, what begins like these may be another word: 75周年, 令和3年. */
const ofTime = ['a', 'mo', 'wk', 'd', 'h', 'min', 's'];
/** Those whose short form is no other word. */
const writtenShort = ['kilometer', 'centimeter', 'millimeter', 'kilogram', 'celsius', 'fahrenheit'];

/**
 * What the language calls per cent, measures and currencies, folded to lower case. Undefined is what several
 * are called: dollars.
 */
export function unitsOf(language: string): Map<string, Unit | undefined> {
  const units = new Map<string, Unit | undefined>();
  const add = (word: string, unit: Unit | undefined) => {
    if (word === '') return;
    if (!units.has(word)) units.set(word, unit);
    else if (units.get(word)?.code !== unit?.code) units.set(word, undefined);
  };
  for (const locale of localesOf(language)) {
    for (const [unit, code] of Object.entries(ucum)) {
      const names = namesOf(locale, { style: 'unit', unit, unitDisplay: 'long' }, 'unit');
      const short = writtenShort.includes(unit)
        ? namesOf(locale, { style: 'unit', unit, unitDisplay: 'short' }, 'unit')
        : [];
      for (const word of [...names, ...short])
        if (isOfWord(word.slice(-1)) || !ofTime.includes(code))
          add(word.toLowerCase(), { code, label: names[0] ?? code });
    }
    for (const [word, unit] of currenciesOf(locale)) add(word, unit);
  }
  const percent = [...units.values()].find((unit) => unit?.code === '%');
  for (const sign of ['%', '٪', '％']) units.set(sign, percent ?? { code: '%', label: '%' });
  return units;
}

/** The signs of currencies, as they are written beside a figure: $, Rp, €. */
export function signsOf(language: string): Map<string, Unit> {
  const signs = new Map<string, Unit>();
  for (const locale of localesOf(language))
    for (const currency of Intl.supportedValuesOf('currency')) {
      const unit = { code: currency, label: currencyNames(locale, currency)[0] ?? currency };
      const [sign = ''] = namesOf(locale, { style: 'currency', currency }, 'currency');
      for (const written of [sign, currency])
        if (written !== '' && !signs.has(written)) signs.set(written, unit);
    }
  return signs;
}

function currencyNames(locale: string, currency: string): string[] {
  return namesOf(locale, { style: 'currency', currency, currencyDisplay: 'name' }, 'currency');
}

/**
 * The names of the currencies, whole and as they are mostly called: without the country, where no other
 * currency has that word in its name.
 */
function currenciesOf(locale: string): [string, Unit | undefined][] {
  const named = Intl.supportedValuesOf('currency').map((code) => {
    const names = currencyNames(locale, code).map((name) => name.toLowerCase());
    return { names, unit: { code, label: names[0] ?? code } };
  });
  const owners = new Map<string, Set<string>>();
  for (const { names, unit } of named)
    for (const word of names.flatMap(wordsOf))
      owners.set(word, (owners.get(word) ?? new Set()).add(unit.code));
  const place = placeOfHead(locale);
  return named.flatMap(({ names, unit }) => {
    const heads = place === undefined ? [] : names.map((name) => wordsOf(name).at(place) ?? '');
    const unitOf = (head: string) => ((owners.get(head)?.size ?? 0) > 1 ? undefined : unit);
    const written: [string, Unit | undefined][] = names.map((name) => [name, unit]);
    const short = heads.filter((head) => !names.includes(head));
    return [...written, ...short.map((head): [string, Unit | undefined] => [head, unitOf(head)])];
  });
}

function wordsOf(name: string): string[] {
  return name.split(/[\s-]/);
}

/** Which word of a currency's name is the money, not whose it is: the one that all dollars share. */
function placeOfHead(locale: string): 0 | -1 | undefined {
  const dollars = ['USD', 'AUD', 'HKD'].map((currency) =>
    wordsOf(currencyNames(locale, currency).at(-1) ?? ''),
  );
  return ([0, -1] as const).find((at) => new Set(dollars.map((words) => words.at(at))).size === 1);
}

/** What the language calls it, of one and of several. */
function namesOf(locale: string, options: Intl.NumberFormatOptions, type: string): string[] {
  // Of five rubles, not of 5.00: the two are called otherwise.
  const format = new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 0 });
  const names = [1, 2, 5].map(
    (count) => format.formatToParts(count).find((it) => it.type === type)?.value ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '');
}
