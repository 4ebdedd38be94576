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

/** Whether the pieces are the text: white space, and the marks that begin a line of them, don't count. */
export function isOnePiece(pieces: string, text: string): boolean {
  return plain(pieces) === plain(text);
}

/** Each paragraph of a quotation but the first begins with a mark again, which isn't part of what was said. */
const openingMarks = '"\'“”„‟‘’‚‛«»‹›「『《〈〝＂';

function plain(text: string): string {
  let plain = '';
  for (const line of text.split(/[\n\r\u2028\u2029]/)) {
    let start = 0;
    while (start < line.length && isMarkOrSpace(line.charAt(start))) start++;
    plain += line.slice(start);
  }
  return plain.replaceAll(/\s/g, '');
}

function isMarkOrSpace(character: string): boolean {
  return openingMarks.includes(character) || character.trim() === '';
}
