/** A word of a text as search knows it, and where it stands (UTF-16 offsets, end-exclusive). */
export interface Word {
  term: string;
  start: number;
  end: number;
}

/**
 * The words of a text: runs of letters, digits and marks, without case and accents. Han, Hiragana and
 * Katakana are words by the character, as in Unicode's default rules (UAX #29); scripts that are
 * written without spaces between words are split by Unicode's dictionaries.
 */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: run, index } of text.matchAll(runs)) {
    for (const [offset, piece] of piecesOf(run)) {
      const term = fold(piece);
      const start = index + offset;
      if (term !== '') yield { term, start, end: start + piece.length };
    }
  }
}

/** The terms of the words, in a fraction of the time where their letters allow it. */
export function termsOf(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiRuns) ?? [];
  if (plain.test(text)) return foldLetters(text).match(runs) ?? [];
  return Array.from(wordsOf(text), ({ term }) => term);
}

const runs = /[\p{L}\p{N}\p{M}]+/gu;
const ascii = /^[\0-\x7f]*$/;
const asciiRuns = /[a-z0-9]+/g;
/**
 * Latin, Cyrillic and Arabic letters with what stands between them, of which no character becomes, or
 * has, something else when it is folded: a text of these is folded at once, not word by word.
 */
const plain =
  /^[\0-\x7f\xa0-\xa7\xab-\xae\xb0\xb1\xb6\xb7\xbb\xbf-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400-\u0481\u048a-\u052f\u0600-\u0605\u060c-\u0669\u06a9-\u06af\u2010-\u2015\u2018-\u201f\u2022\u2026\u2030\u2039\u203a\u20ac]*$/;
const byCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*/gu;
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const dictionaries = new Intl.Segmenter('und', { granularity: 'word' });

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
  for (const { segment, index } of dictionaries.segment(run)) yield [offset + index, segment];
}

/** Marks that any script may carry: accents, points; but not the sound marks of Kana, which make another letter. */
const accents = /\p{Script=Inherited}(?<![\u3099\u309A])/gu;
const others = /[^\p{L}\p{N}\p{M}]/gu;

/** Without case, accents and differences of form: "Présiden", "PRESIDEN" and "ｐｒｅｓｉｄｅｎ" are one. */
function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return foldLetters(word).replace(others, '');
}

function foldLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(accents, '')
      // Upper case first: ß and SS are one.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
  );
}
