import { latinDigits } from '../text/digits.ts';
import { isOfWord } from '../text/letters.ts';
import type { Span } from '../text/span.ts';
import type { WrittenDate } from './dates.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { createNumberReader } from './read-number.ts';
import { lettersOf, scalesOf } from './scales.ts';
import { createTaken } from './taken.ts';
import { signsOf, type Unit, unitsOf } from './units.ts';

/** A figure in digits; what can't be told of it is undefined. */
interface Figure extends Span {
  value: number | undefined;
  /** The greater one of a range. */
  upper?: number | undefined;
  unit: Unit | undefined;
}

/**
 * Digits, with what may stand between them in one number, or between two: 1,234.5, 10–12, 12:30. A space may
 * group them by threes.
 */
const figure = /(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,'’٫٬\u00a0\u202f–/:-]\d+)*/g;
const clock = /^\d{1,2}:\d{2}(:\d{2})?$/;

/** No figure takes more: what lies around one is looked at so far. */
const longest = 80;

/**
 * The figures of a text, but where a date stands. Separators, words for thousands and millions, per cent,
 * measures and currencies are those that CLDR has for the language. Four digits that may be a year are a
 * figure where a unit goes with them.
 */
export function findFigures(text: string, language: string, dates: readonly WrittenDate[]) {
  const latin = latinDigits(text);
  const find = createFinder(latin, language);
  const [certain, years] = [createTaken(text), createTaken(text)];
  for (const date of dates) (date.isBare ? years : certain).add(date);
  const figures: Figure[] = [];
  let previous: Found | undefined;
  for (const { 0: digits, index } of latin.matchAll(figure)) {
    const span = { start: index, end: index + digits.length };
    const found = find(span);
    const isFigure =
      found !== undefined && !certain.has(found) && (found.isCounted || !years.has(span));
    if (!isFigure) continue;
    const { start, end, value, upper, unit } = found;
    const last = figures.at(-1);
    if (last !== undefined && previous !== undefined && goesOn(previous, found)) {
      const isKnown = last.value !== undefined && value !== undefined && upper === undefined;
      figures[figures.length - 1] = {
        start: last.start,
        end,
        value: isKnown ? Number(last.value) + value : undefined,
        unit: unit ?? last.unit,
      };
    } else figures.push({ start, end, value, unit, ...(upper === undefined ? {} : { upper }) });
    previous = found;
  }
  return figures;

  /** One figure in two parts: 1兆2000億, 1조 2000억. */
  function goesOn(one: Found, next: Found): boolean {
    const gap = text.slice(one.end, next.start);
    return one.power > next.power && one.unit === undefined && (gap === '' || gap === ' ');
  }
}

interface Found extends Figure {
  /** Of the word for thousands or millions. */
  power: number;
  /** Whether such a word, a unit or a sign goes with the digits. */
  isCounted: boolean;
}

function createFinder(text: string, language: string) {
  const read = createNumberReader(language);
  const scales = createLookup(scalesOf(language));
  const letters = createLookup(lettersOf(language));
  const names = unitsOf(language);
  const percent = names.get('%');
  const units = createLookup(names);
  const signs = signsOf(language);
  const longestSign = Math.max(0, ...[...signs.keys()].map((sign) => sign.length));
  return find;

  function find(digits: Span): Found | undefined {
    const written = text.slice(digits.start, digits.end);
    if (written.length > longest || clock.test(written)) return undefined;
    const before = signBefore(digits.start);
    const letter = wordAt(digits.end, letters);
    // A letter is one of money only: £3m, 3 M€.
    const isOfMoney = letter !== undefined && (before ?? signAt(letter.end)) !== undefined;
    const scale = wordAt(digits.end, scales) ?? (isOfMoney ? letter : undefined);
    const behind = scale?.end ?? digits.end;
    const unit = signAt(behind) ?? wordAt(behind, units);
    const end = unit?.end ?? behind;
    let start = before?.start ?? digits.start;
    // Within a word, and part of a name: covid19, F-16, 3rd.
    if (end === digits.end && isOfWord(text.charAt(end))) return undefined;
    if (isOfWord(text.charAt(start - 1)) && !before?.isUnknown) return undefined;
    const dash = /[-−]/.test(text.charAt(start - 1));
    if (dash && isOfWord(text.charAt(start - 2))) return undefined;
    const isNegative = dash && !/\S/.test(text.charAt(start - 2).replace('(', ''));
    const isFraction = /(?:^|[\s(])[.,]$/.test(text.slice(Math.max(0, start - 2), start));
    if (isNegative || isFraction) start--;
    const power = scale?.value ?? 0;
    const known = unit?.value ?? before?.value;
    return {
      start,
      end,
      ...(isFraction || numberGoesOn(end, scale, unit?.value)
        ? { value: undefined }
        : readValue(written, power, known, isNegative)),
      unit: known,
      power,
      isCounted: (scale ?? unit ?? before) !== undefined,
    };
  }

  /**
   * Whether more of the number follows than is read: 5 ½ hours, 10 thousand million, 38,236円07銭; or a word that
   * nobody here knows before a sum’s currency, which may be one for millions: 2 εκατ. ευρώ, 3,5 Mds€.
   */
  function numberGoesOn(at: number, scale: unknown, unit: Unit | undefined): boolean {
    const rest = text.slice(at, at + longest);
    if (/^\s?[¼-¾⅐-⅞]/.test(rest)) return true;
    if (unit !== undefined) return /^\d/.test(rest);
    if (scale !== undefined) return wordAt(at, scales) !== undefined;
    const [word] =
      /^[ \u00a0\u202f]?(?:[十百千万萬亿億兆]+|[\p{L}\p{M}]{1,12}\.?)/u.exec(rest) ?? [];
    if (word === undefined) return false;
    if (/^\s?[十百千万萬亿億兆]/.test(word)) return true;
    const money = signAt(at + word.length) ?? wordAt(at + word.length, units);
    // Of “1 for $5”, the sign is the next one’s.
    return (
      money?.value !== undefined && isCurrency(money.value) && !/^\s?\d/.test(text.slice(money.end))
    );
  }

  /** Of two figures only what goes with a unit is a range: 3–5 percent, but 3–5 may be how a game ended. */
  function readValue(written: string, power: number, unit: Unit | undefined, isNegative: boolean) {
    const [lower, upper, ...more] = written.split(/[-–/:]/).map((number) => {
      const plain = read(number);
      return plain === undefined ? undefined : toExact(plain, power);
    });
    if (upper === undefined && more.length === 0 && !/[-–/:]/.test(written))
      return { value: lower !== undefined && isNegative ? -lower : lower };
    const isRange = /^[^-–/:]+[-–][^-–/:]+$/.test(written) && (unit !== undefined || power > 0);
    if (!isRange || isNegative || lower === undefined || upper === undefined || lower >= upper)
      return { value: undefined };
    return { value: lower, upper };
  }

  /** A word behind the figure, and a hyphen, a space or “of” between them. */
  function wordAt<Value>(at: number, words: Lookup<Value>) {
    const [between = ''] =
      /^(?: d[ei] | d[’']|[ \u00a0\u202f-])?/.exec(text.slice(at, at + 4)) ?? [];
    for (const skipped of new Set([between, between.slice(0, 1), ''])) {
      const found = words.startingAt(text, at + skipped.length);
      if (found) return { end: at + skipped.length + found.length, value: found.value };
    }
    return undefined;
  }

  function signAt(at: number) {
    const from = at + (/[ \u00a0\u202f]/.test(text.charAt(at)) ? 1 : 0);
    for (let length = longestSign; length > 0; length--) {
      const sign = text.slice(from, from + length);
      const value = signs.get(sign);
      if (value && !(isOfWord(sign.slice(-1)) && isOfWord(text.charAt(from + length))))
        return { end: from + length, value };
    }
    return undefined;
  }

  function signBefore(at: number) {
    if (/[%٪％]/.test(text.charAt(at - 1)))
      return { start: at - 1, value: percent, isUnknown: false };
    const [gap = ''] = /\.?[ \u00a0\u202f]?$/.exec(text.slice(Math.max(0, at - 2), at)) ?? [];
    const until = at - gap.length;
    for (let length = longestSign; length > 0; length--) {
      const start = until - length;
      const sign = text.slice(Math.max(0, start), until);
      const value = start < 0 ? undefined : signs.get(sign);
      // Rp. 5 is some money, but behind USD. a sentence begins.
      if (value === undefined || (gap.startsWith('.') && sign === value.code)) continue;
      const isWithin = isOfWord(text.charAt(start - 1));
      if (isWithin && isOfWord(sign.charAt(0))) continue;
      // S$5: some dollars, nobody knows whose.
      return { start, value: isWithin ? undefined : value, isUnknown: isWithin };
    }
    return undefined;
  }
}

function isCurrency({ code }: Unit): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** Read as digits, so that 3.2 million is no 3200000.0000000005. */
function toExact(plain: string, power: number): number {
  return Number(`${plain}e${power}`);
}
