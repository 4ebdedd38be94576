import type { Mention } from './mention.ts';

/**
 * The runs of a quote's words: each begins with a mention that doesn't continue another, and goes on with
 * those that do. A run is the quotation once; two runs are the same quotation twice.
 */
export function runsOf(mentions: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of mentions) {
    if (mention.role !== 'content') continue;
    const last = runs.at(-1);
    if (mention.continues && last !== undefined) last.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

export function joinPieces(pieces: readonly Pick<Mention, 'exact'>[]): string {
  return pieces.map(({ exact }) => exact).join('\n');
}

/**
 * Whether the pieces are the text: white space doesn't count, nor do opening marks where a line begins, in
 * either of them: a paragraph of a quotation begins with a mark again that isn't part of what was said, but a
 * piece may begin with a quotation within it, whose mark the text has in the middle of a line.
 */
export function isOnePiece(pieces: string, text: string): boolean {
  const [ours, theirs] = [createReader(pieces), createReader(text)];
  while (true) {
    // Both, whichever comes to a line.
    const begin = [ours.skipSpace(), theirs.skipSpace()];
    if (begin.includes(true)) {
      ours.skipMarks();
      theirs.skipMarks();
    }
    const character = ours.next();
    if (character !== theirs.next()) return false;
    if (character === '') return true;
  }
}

const openingMarks = '"\'“”„‟‘’‚‛«»‹›「『《〈〝＂';

/** Reads a text character by character. */
function createReader(text: string) {
  let at = 0;
  let begins = true;
  return {
    /** @returns whether a line begins where it comes to */
    skipSpace(): boolean {
      for (; at < text.length && text.charAt(at).trim() === ''; at++)
        begins ||= '\n\r\u2028\u2029'.includes(text.charAt(at));
      return begins;
    },
    skipMarks() {
      while (isMarkOrSpace(text.charAt(at))) at++;
    },
    /** The next one; empty at the end. */
    next(): string {
      begins = false;
      return text.charAt(at++);
    },
  };
}

function isMarkOrSpace(character: string): boolean {
  return character !== '' && (openingMarks.includes(character) || character.trim() === '');
}
