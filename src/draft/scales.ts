import { localesOf } from '../text/locale.ts';

/** The words for thousands, millions and so on, folded to lower case, with their powers of ten. */
export function scalesOf(language: string): Map<string, number> {
  const scales = new Map<string, number>();
  for (const locale of localesOf(language))
    for (const [word, power] of [...compactOf(locale, 'long'), ...compactOf(locale, 'short')]) {
      const folded = word.toLowerCase();
      // One letter is a word of its own, or the sign of another unit: see `lettersOf`.
      if (!isLetter(word) && !scales.has(folded)) scales.set(folded, power);
    }
  return scales;
}

/** The letters that stand for them behind a figure of money: £3m, $5B. */
export function lettersOf(language: string): Map<string, number> {
  const letters = new Map<string, number>();
  for (const locale of localesOf(language))
    for (const [word, power] of compactOf(locale, 'short'))
      if (isLetter(word) && !letters.has(word.toLowerCase()))
        letters.set(word.toLowerCase(), power);
  return letters;
}

function isLetter(word: string): boolean {
  return /^[a-z]$/i.test(word);
}

function compactOf(locale: string, compactDisplay: 'long' | 'short'): [string, number][] {
  const format = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay,
    numberingSystem: 'latn',
  });
  const words: [string, number][] = [];
  for (let power = 3; power <= 14; power++)
    for (const count of [1, 2, 5]) {
      const parts = format.formatToParts(count * 10 ** power);
      const shown = parts
        .filter(({ type }) => type === 'integer')
        .map(({ value }) => value)
        .join('');
      const word = parts.find(({ type }) => type === 'compact')?.value;
      if (word === undefined) continue;
      // One thousand is “mille”, without a figure.
      const integer = shown === '' ? count : Number(shown);
      // Where thousands have no word of their own, as in Japanese, ten thousand has one.
      words.push([word, power - Math.round(Math.log10(integer / count))]);
    }
  return words;
}
