import { isOfWord } from './letters.ts';
import { localesOf } from './locale.ts';

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
  const add = (word: string, unit: Unit) => {
    if (!units.has(word)) units.set(word, unit);
    else if (units.get(word)?.code !== unit.code) units.set(word, undefined);
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
    const head = headOf(locale);
    for (const currency of Intl.supportedValuesOf('currency')) {
      const names = currencyNames(locale, currency);
      const unit = { code: currency, label: names[0] ?? currency };
      const words = new Set([...names, head(names.at(-1) ?? '')]);
      for (const word of words) if (word !== '') add(word.toLowerCase(), unit);
    }
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

/** Which word of a currency's name is the money, not whose it is: the one that all dollars share. */
function headOf(locale: string): (name: string) => string {
  const dollars = ['USD', 'AUD', 'HKD'].map((currency) =>
    (currencyNames(locale, currency).at(-1) ?? '').split(/[\s-]/),
  );
  const place = [0, -1].find((at) => new Set(dollars.map((words) => words.at(at))).size === 1);
  return (name) => (place === undefined ? '' : (name.split(/[\s-]/).at(place) ?? ''));
}

/** What the language calls it, of one and of several. */
function namesOf(locale: string, options: Intl.NumberFormatOptions, type: string): string[] {
  const format = new Intl.NumberFormat(locale, options);
  const names = [1, 2, 5].map(
    (count) => format.formatToParts(count).find((it) => it.type === type)?.value ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '');
}
