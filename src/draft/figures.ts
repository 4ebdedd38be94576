import { overlap, type Span } from './span.ts';

/** A figure in digits; what can't be told of it is undefined. */
export interface Figure extends Span {
  value: number | undefined;
  /** UCUM or ISO 4217, with its name in the language. */
  unit: { code: string; label: string } | undefined;
}

/** A run of digits with what stands between them. */
const number = /[-−]?\p{Nd}+(?:[.,\u00a0\u202f'’٫٬]\p{Nd}+)*/gu;
/** The same where a space may group digits by threes. */
const numberWithSpaces = /[-−]?\p{Nd}+(?: \p{Nd}{3}(?!\p{Nd})|[.,\u00a0\u202f'’٫٬]\p{Nd}+)*/gu;

/** Whether a character makes a word of what it stands beside; not where words are written without spaces. */
function isOfWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !withoutSpaces.test(character);
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The figures of a text, but where something else stands already, as a date. Separators, words for thousands
 * and millions, per cent and currencies are those that CLDR has for the language.
 */
export function findFigures(text: string, language: string, taken: readonly Span[]): Figure[] {
  const words = wordsOf(language);
  const numbers = [...text.matchAll(/\s/.test(words.group) ? numberWithSpaces : number)].filter(
    ({ 0: digits, index }) =>
      !isOfWord(text.charAt(index - 1)) && !isOfWord(text.charAt(index + digits.length)),
  );
  const figures = numbers.map(({ 0: digits, index }): Figure => {
    const behind = text.slice(index + digits.length, index + digits.length + 60);
    const scale = startingWith(behind, words.scales);
    const rest = behind.slice(scale?.length ?? 0);
    const unit = startingWith(rest, words.units);
    const before = unit
      ? undefined
      : endingWith(text.slice(Math.max(0, index - 8), index), words.symbols);
    const plain = readNumber(digits, words);
    return {
      start: index - (before?.length ?? 0),
      end: index + digits.length + (scale?.length ?? 0) + (unit?.length ?? 0),
      value: plain === undefined ? undefined : toExact(plain, scale?.value ?? 0),
      unit: unit?.value ?? before?.value,
    };
  });
  return figures.filter((figure) => !taken.some((it) => overlap(it, figure)));
}

interface Words {
  group: string;
  decimal: string;
  /** Word → power of ten. */
  scales: Map<string, number>;
  units: Map<string, Figure['unit']>;
  symbols: Map<string, Figure['unit']>;
}

/** A number as the language writes it; undefined where its separators say something else. */
function readNumber(written: string, { group, decimal }: Words): string | undefined {
  const latin = written.replaceAll(/\p{Nd}/gu, digitOf).replace('−', '-');
  const [whole = '', fraction, ...more] = latin.split(decimal);
  const groups = whole.split(/\s/.test(group) ? /[ \u00a0\u202f]/ : group);
  const isGrouped = groups.slice(1).every((it) => it.length === 3) && (groups[0] ?? '').length <= 3;
  if (more.length > 0 || (groups.length > 1 && !isGrouped)) return undefined;
  const plain = groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** The decimal digit that a character of any script stands for: ten of them stand in a row, from nought. */
function digitOf(character: string): string {
  const codePoint = character.normalize('NFKC').codePointAt(0) ?? 0;
  let zero = codePoint;
  while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(codePoint - zero);
}

/** Read as digits, so that 3.2 million is no 3200000.0000000005. */
function toExact(plain: string, power: number): number {
  return Number(`${plain}e${power}`);
}

function startingWith<Value>(text: string, words: ReadonlyMap<string, Value>) {
  const space = /^[ \u00a0\u202f]?/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(space).toLowerCase();
  for (const [word, value] of words)
    if (rest.startsWith(word) && !(isOfWord(word.slice(-1)) && isOfWord(rest.charAt(word.length))))
      return { length: space + word.length, value };
  return undefined;
}

function endingWith<Value>(text: string, words: ReadonlyMap<string, Value>) {
  const rest = text.replace(/[ \u00a0\u202f]$/, '');
  for (const [word, value] of words)
    if (rest.toLowerCase().endsWith(word))
      return { length: text.length - rest.length + word.length, value };
  return undefined;
}

function wordsOf(language: string): Words {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12345.6);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? ' ';
  const scales = new Map<string, number>();
  // Where thousands have no word of their own, as in Japanese, ten thousand has one.
  const compact = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    notation: 'compact',
    compactDisplay: 'long',
  });
  for (let power = 3; power <= 14; power++)
    for (const count of [1, 2, 5]) {
      const parts = compact.formatToParts(count * 10 ** power);
      const shown = parts.find(({ type }) => type === 'integer')?.value ?? '';
      const word = parts.find(({ type }) => type === 'compact')?.value.toLowerCase();
      if (word !== undefined && /^\d+$/.test(shown))
        scales.set(word, power - Math.round(Math.log10(Number(shown) / count)));
    }
  const units = new Map<string, Figure['unit']>();
  const symbols = new Map<string, Figure['unit']>();
  const percent = namesOf(
    language,
    { style: 'unit', unit: 'percent', unitDisplay: 'long' },
    'unit',
  );
  for (const word of ['%', '٪', '％', ...percent])
    units.set(word, { code: '%', label: percent[0] ?? '%' });
  const ambiguous = new Set<string>();
  for (const currency of Intl.supportedValuesOf('currency')) {
    const names = namesOf(
      language,
      { style: 'currency', currency, currencyDisplay: 'name' },
      'currency',
    );
    const [symbol = ''] = namesOf(language, { style: 'currency', currency }, 'currency');
    const unit = { code: currency, label: names[0] ?? currency };
    for (const word of [...names, symbol, currency.toLowerCase()]) {
      if (word === '') continue;
      if (units.has(word) && units.get(word)?.code !== currency) ambiguous.add(word);
      units.set(word, unit);
      if (word === symbol || word === currency.toLowerCase()) symbols.set(word, unit);
    }
  }
  // What several currencies are called says nothing.
  for (const word of ambiguous) units.delete(word);
  const longestFirst = <Value>(map: Map<string, Value>) =>
    new Map([...map].sort(([left], [right]) => right.length - left.length));
  return {
    group: part('group'),
    decimal: part('decimal'),
    scales: longestFirst(scales),
    units: longestFirst(units),
    symbols: longestFirst(symbols),
  };
}

/** What the language calls it, of one and of several. */
function namesOf(language: string, options: Intl.NumberFormatOptions, type: string): string[] {
  const format = new Intl.NumberFormat(language, options);
  const names = [1, 2, 5].map(
    (count) =>
      format
        .formatToParts(count)
        .find((it) => it.type === type)
        ?.value.toLowerCase() ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '');
}
