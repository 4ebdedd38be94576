/** The limit of Unicode's Stream-Safe Text Format (UAX #15, 13). */
const mostInARow = 30;

export const streamSafeFault = `must not have more than ${mostInARow} combining marks in a row (UAX #15, Stream-Safe Text Format)`;

/**
 * Whether a text has no more than 30 non-starters in a row when it is decomposed (NFKD). No language needs
 * as many. Every form of normalisation puts them in their order, which takes a time that grows with the
 * square of their number: half a million of them hold up a process for minutes.
 */
export function isStreamSafe(text: string): boolean {
  if (!mayHaveMarks.test(text)) return true;
  const known = new Map<number, Decomposed>();
  const at = (index: number) => {
    const codePoint = text.codePointAt(index) ?? 0;
    return known.getOrInsertComputed(codePoint, decompose);
  };
  for (const { 0: run, index: start } of text.matchAll(longRuns)) {
    let count = start === 0 ? 0 : at(beginBefore(text, start)).last;
    for (let index = start; index < start + run.length; ) {
      const { length, last, hasStarter } = at(index);
      count = hasStarter ? last : count + last;
      if (count > mostInARow) return false;
      index += length;
    }
  }
  return true;
}

const mayHaveMarks = /[\u0300-\u{10ffff}]/u;

/**
 * A non-starter comes of a mark or of a halfwidth sound mark of Katakana, of one at most two; and a
 * character that begins with something else ends in three at most. So shorter runs can't be too long.
 * A run is looked for where it begins: from each of its marks, it would be looked at 14 times.
 */
const longRuns = /(?<![\p{M}\uFF9E\uFF9F])[\p{M}\uFF9E\uFF9F]{14,}/gu;

/** Where the character before begins. */
function beginBefore(text: string, index: number): number {
  return index - ((text.codePointAt(index - 2) ?? 0) > 0xffff ? 2 : 1);
}

/** What a character becomes. */
interface Decomposed {
  /** How long it was, in UTF-16 units. */
  length: number;
  /** How many non-starters it ends in. */
  last: number;
  /** Whether it has anything else. */
  hasStarter: boolean;
}

function decompose(codePoint: number): Decomposed {
  const character = String.fromCodePoint(codePoint);
  const characters = Array.from(character.normalize('NFKD'));
  const starter = characters.findLastIndex((it) => !isNonStarter(it));
  return {
    length: character.length,
    last: characters.length - 1 - starter,
    hasStarter: starter >= 0,
  };
}

/**
 * Whether a character has a combining class other than 0. Nothing here tells the class, but characters
 * that have one are put in the order of their classes: before U+0301, which has 230, or behind U+0334,
 * which has 1, the least.
 */
function isNonStarter(character: string): boolean {
  return isReordered(`\u0301${character}`) || isReordered(`${character}\u0334`);
}

function isReordered(text: string): boolean {
  return text.normalize('NFD') !== text;
}
