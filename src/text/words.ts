import { abbreviations, readAbbreviation } from './abbreviations.ts';
import { foldLetters } from './fold-letters.ts';
import { numbers, readNumber } from './numbers.ts';

/** A word of a text as search knows it, and where it stands (UTF-16 offsets, end-exclusive). */
export interface Word {
  term: string;
  start: number;
  end: number;
}

/**
 * The words of a text: runs of letters, digits and marks, without case and accents; numbers and
 * abbreviations without their separators. Han, Hiragana and Katakana are words by the character, as in
 * Unicode's default rules (UAX #29); scripts that are written without spaces between words are split by
 * Unicode's dictionaries.
 * @param language that numbers are written in; null where it isn't known
 */
export function* wordsOf(text: string, language: string | null = null): Generator<Word> {
  let from = 0;
  for (const whole of wholesOf(text, language)) {
    yield* splitWordsOf(text.slice(from, whole.start), from);
    yield whole;
    from = whole.end;
  }
  yield* splitWordsOf(text.slice(from), from);
}

/** The terms of the words, in a fraction of the time where their letters allow it. */
export function termsOf(text: string, language: string | null = null): string[] {
  let read = '';
  let from = 0;
  for (const { term, start, end } of wholesOf(text, language)) {
    read += `${text.slice(from, start)} ${term} `;
    from = end;
  }
  return splitTermsOf(read + text.slice(from));
}

/** The same, with numbers and abbreviations parted at their separators. */
export function splitTermsOf(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiRuns) ?? [];
  if (plain.test(text)) return foldLetters(text).match(plainRuns) ?? [];
  return Array.from(splitWordsOf(text, 0), ({ term }) => term);
}

/** Numbers and abbreviations that are one word in spite of their separators, in order. */
function wholesOf(text: string, language: string | null): Word[] {
  const found: Word[] = [];
  if (maybeNumber.test(text))
    for (const { 0: written, index } of text.matchAll(numbers)) {
      const term = readNumber(written, language);
      if (term !== null) found.push({ term, start: index, end: index + written.length });
    }
  if (!maybeAbbreviation.test(text)) return found;
  for (const { 0: written, index } of text.matchAll(abbreviations)) {
    const [term = '', ...others] = splitTermsOf(readAbbreviation(written));
    // Letters that are words by themselves are no abbreviation.
    if (term !== '' && others.length === 0)
      found.push({ term, start: index, end: index + written.length });
  }
  return found.sort((left, right) => left.start - right.start);
}

const maybeNumber = /\p{Nd}[.,'’٬٫ \u00a0\u2009\u202f]\p{Nd}|[¼-¾⅐-⅞]/u;
const maybeAbbreviation = /\.[ \u00a0\u202f]?\p{L}\p{M}*(?:\p{L}?\.|(?![\p{L}\p{N}\p{M}]))/u;
/** With what is left out when letters are folded; without fractions, and apostrophes that Unicode takes for letters. */
const runs =
  /(?:(?:[\p{L}\p{N}\p{M}\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d)(?<![\u02bb\u02bc¼-¾⅐-⅞]))+/gu;
const plainRuns = /[\p{L}\p{N}\p{M}]+/gu;
const ascii = /^[\0-\x7f]*$/;
const asciiRuns = /[a-z0-9]+/g;
/**
 * Latin, Cyrillic and Arabic letters with what stands between them, of which no character becomes, or
 * has, something else when it is folded: a text of these is folded at once, not word by word.
 */
const plain =
  /^[\0-\x7f\xa0-\xa7\xab-\xae\xb0\xb1\xb6\xb7\xbb\xbf-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400-\u0481\u048a-\u052f\u0600-\u0605\u060c-\u0669\u0671-\u0674\u0679-\u06d3\u2010-\u2015\u2018-\u201f\u2022\u2026\u2030\u2039\u203a\u20ac\ua78f]*$/;
const byCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*/gu;
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** To make one reads the dictionaries, which takes longer than to load most modules: few texts need them. */
let dictionaries: Intl.Segmenter | undefined;

function* splitWordsOf(text: string, from: number): Generator<Word> {
  for (const { 0: run, index } of text.matchAll(runs)) {
    for (const [offset, piece] of piecesOf(run)) {
      const term = fold(piece);
      const start = from + index + offset;
      if (term !== '') yield { term, start, end: start + piece.length };
    }
  }
}

function* piecesOf(run: string): Generator<[offset: number, piece: string]> {
  if (ascii.test(run)) return yield [0, run];
  let from = 0;
  for (const { 0: character, index } of run.matchAll(byCharacter)) {
    yield* splitByDictionary(run.slice(from, index), from);
    yield [index, character];
    from = index + character.length;
  }
  yield* splitByDictionary(run.slice(from), from);
}

function* splitByDictionary(run: string, offset: number): Generator<[number, string]> {
  if (!withoutSpaces.test(run)) return yield [offset, run];
  dictionaries ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const { segment, index } of dictionaries.segment(run)) yield [offset + index, segment];
}

const others = /[^\p{L}\p{N}\p{M}]/gu;

/** “Présiden”, “PRESIDEN” and “ｐｒｅｓｉｄｅｎ” are one. */
function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return foldLetters(word).replace(others, '');
}
