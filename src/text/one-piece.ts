import { partsFigures } from './figures.ts';
import { isLetter, isWithoutSpaces } from './letters.ts';
import { characterAt, isBlank } from './span.ts';

/**
 * Whether the pieces are the text. How much white space there is, and of which kind, doesn't count, but whether
 * there is any between two letters or digits does: “now here” isn't “nowhere”. Nor do opening marks count where
 * a line begins, in either of them: a paragraph of a quotation begins with a mark again that isn't part of what
 * was said, but a piece may begin with a quotation within it, whose mark the text has in the middle of a line.
 */
export function isOnePiece(pieces: string, text: string): boolean {
  const [ours, theirs] = [createReader(pieces), createReader(text)];
  let last = '';
  while (true) {
    // Both, whichever comes to a line.
    const begin = [ours.skipSpace(), theirs.skipSpace()];
    if (begin.includes(true)) {
      ours.skipMarks();
      theirs.skipMarks();
    }
    if (ours.isSpaced() !== theirs.isSpaced() && !ours.isHyphenated() && !theirs.isHyphenated()) {
      const spaced = ours.isSpaced() ? ours : theirs;
      if (areParted(last, spaced.peek()) || spaced.partsFigures()) return false;
    }
    last = ours.next();
    if (last !== theirs.next()) return false;
    if (last === '') return true;
  }
}

/** Whether white space between two characters says that they are of two words. */
function areParted(last: string, next: string): boolean {
  if (!isLetter(last) || !isLetter(next)) return false;
  return !isWithoutSpaces(last) && !isWithoutSpaces(next);
}

const openingMarks = '"\'“”„‟‘’‚‛«»‹›「『《〈〝＂';
const softHyphen = '\u00ad';
/** What can't be seen, and tells where a line may be broken. */
const breaks = `${softHyphen}\u200b\u2060\ufeff`;

/** Reads a text character by character. */
function createReader(text: string) {
  let at = 0;
  let begins = true;
  let [isSpaced, isHyphenated] = [false, false];
  return {
    /** @returns whether a line begins where it comes to */
    skipSpace(): boolean {
      while (isSpaceOrBreak(text.charAt(at))) skip();
      return begins;
    },
    skipMarks() {
      while (isSpaceOrBreak(text.charAt(at)) || isMark(text.charAt(at))) skip();
    },
    /** Whether white space was skipped before the next character. */
    isSpaced: () => isSpaced,
    isHyphenated: () => isHyphenated,
    /** Whether that parts a figure: 1, 200. */
    partsFigures: () => partsFigures(text, at),
    peek: () => characterAt(text, at),
    /** The next one; empty at the end. */
    next(): string {
      const character = characterAt(text, at);
      at += character.length;
      begins = isSpaced = isHyphenated = false;
      return character;
    },
  };

  function skip() {
    const character = text.charAt(at++);
    begins ||= '\n\r\u2028\u2029'.includes(character);
    isHyphenated ||= character === softHyphen;
    isSpaced ||= !breaks.includes(character) && !isMark(character);
  }
}

function isSpaceOrBreak(character: string): boolean {
  return character !== '' && (isBlank(character) || breaks.includes(character));
}

function isMark(character: string): boolean {
  return character !== '' && openingMarks.includes(character);
}
