import { latinDigits } from './digits.ts';
import { localeOf } from './locale.ts';

/** Digits with separators between them, or with a fraction behind: 1,200, 1.5, 1 200 000, 5½. */
export const numbers =
  /(?<![\p{N}\p{M}])(?<!\p{N}[.,'’٬٫])(?:\p{Nd}*[¼-¾⅐-⅞]|\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,'’٬٫]\p{Nd}+)+)/gu;

/** Stands for the decimal point within a term: a letter, as a point would part the number into two words. */
const decimalPoint = '\ua78f';

/**
 * The number as one term, as it is written in the language: 1200, 1ꞏ5. Null where these are several
 * figures, or it can’t be told which: 1.200 in a language that isn’t known.
 */
export function readNumber(written: string, language: string | null): string | null {
  if (fraction.test(written)) return readFraction(written);
  const plain = latinDigits(written)
    .replace(/[\u00a0\u2009\u202f]/g, '_')
    .replace('’', "'");
  const digits = plain.split(/\D/);
  const separators = plain.match(/\D/g) ?? [];
  const [first = '', last = ''] = [separators[0], separators.at(-1)];
  const isUniform = separators.every(
    (it, index) => it === first || index === separators.length - 1,
  );
  if (!isUniform) return null;
  // Two different ones say it in whatever language: 1.234,5.
  if (first !== last) {
    const whole = grouped(digits.slice(0, -1), first);
    return whole !== null && '.,٫'.includes(last)
      ? `${whole}${decimalPoint}${digits.at(-1)}`
      : null;
  }
  const whole = grouped(digits, first);
  const decimal = separators.length === 1 ? digits.join(decimalPoint) : null;
  const customary = separatorsOf(language);
  if (first === ' ') {
    // Where the language doesn't group with spaces, 2 500 may be two figures.
    const isSure = customary?.group === '_' || separators.length > 1 || digits.at(-1) === '000';
    return isSure ? whole : null;
  }
  if (first === '٫') return decimal;
  if (first !== '.' && first !== ',') return whole;
  if (whole === null) {
    if (customary === null) return first === '.' ? decimal : null;
    return first === customary.group ? null : decimal;
  }
  if (customary === null) return separators.length > 1 ? whole : null;
  return first === customary.decimal ? decimal : whole;
}

const fraction = /[¼-¾⅐-⅞]$/;
const eighths = new Map(
  Object.entries({ '½': 5, '¼': 25, '¾': 75, '⅛': 125, '⅜': 375, '⅝': 625, '⅞': 875 }),
);

function readFraction(written: string): string | null {
  const decimals = eighths.get(written.slice(-1));
  return decimals === undefined
    ? null
    : `${latinDigits(written.slice(0, -1)) || 0}${decimalPoint}${decimals}`;
}

/** Groups of three digits, of two before the last in India, as one number. */
function grouped(digits: readonly string[], separator: string): string | null {
  const [first = '', ...others] = digits;
  const last = others.at(-1);
  const isGroup = (it: string, index: number) =>
    it.length === 3 || (separator === ',' && it.length === 2 && index < others.length - 1);
  if (first.length > 3 || first.startsWith('0') || last === undefined) return null;
  return others.every(isGroup) ? digits.join('') : null;
}

interface Separators {
  /** `_` is any space that doesn't break the line. */
  group: string;
  decimal: string;
}

/** A formatter takes long to make, and most texts are in few languages. */
const known = new Map<string, Separators | null>();
const mostKnown = 500;

function separatorsOf(language: string | null): Separators | null {
  if (language === null) return null;
  const before = known.get(language);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const separators = findSeparators(language);
  known.set(language, separators);
  return separators;
}

function findSeparators(language: string): Separators | null {
  const locale = localeOf(language);
  if (locale === undefined) return null;
  const options = { useGrouping: 'always', numberingSystem: 'latn' } as const;
  const parts = new Intl.NumberFormat(locale, options).formatToParts(1_234_567.8);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '';
  return {
    group: part('group')
      .replace(/[\u00a0\u2009\u202f]/g, '_')
      .replace('’', "'"),
    decimal: part('decimal'),
  };
}
