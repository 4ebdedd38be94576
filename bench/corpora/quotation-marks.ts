import type { CodePoints } from '../../src/text/code-points.ts';
import type { Span } from './attribution.ts';

/**
 * The stretches between double quotation marks, without the marks. One that isn't closed ends with its
 * paragraph: the next paragraph opens it again.
 */
export function findQuotations({ text, positionOf }: CodePoints): Span[] {
  const quotations: Span[] = [];
  let open: number | null = null;
  const close = (at: number) => {
    if (open !== null && at > open)
      quotations.push({ start: positionOf(open), end: positionOf(at) });
    open = null;
  };
  for (const { 0: mark, index } of text.matchAll(/["“”\n]/g)) {
    // “ behind a word closes where the typesetter had no ”.
    const isTurned = mark === '“' && /[\s]/.test(text.charAt(index + 1));
    if (mark === '\n' || mark === '”' || (open !== null && (mark === '"' || isTurned)))
      close(index);
    else open ??= index + 1;
  }
  close(text.length);
  return quotations;
}

/** The pieces, cut where quotations begin and end; the marks are in neither. */
export function cutAtQuotations(
  pieces: readonly Span[],
  quotations: readonly Span[],
): (Span & { isQuoted: boolean })[] {
  return pieces.flatMap(({ start, end }) => {
    const cut: (Span & { isQuoted: boolean })[] = [];
    let at = start;
    for (const quotation of quotations) {
      if (quotation.end <= start || quotation.start >= end) continue;
      const begin = Math.max(start, quotation.start);
      const stop = Math.min(end, quotation.end);
      // One before it is the mark.
      if (begin - 1 > at) cut.push({ start: at, end: begin - 1, isQuoted: false });
      cut.push({ start: begin, end: stop, isQuoted: true });
      at = stop + 1;
    }
    if (at < end) cut.push({ start: at, end, isQuoted: false });
    return cut;
  });
}

const marks = '»«›‹„“”"‚‘';

/** The span of a direct quotation without the marks around it, at most one at each end. */
export function stripMarks(text: CodePoints, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const begin = marks.includes(words.charAt(0)) ? 1 : 0;
  const [closing = ''] = /.[.,;:]?$/su.exec(words) ?? [];
  const isClosed = marks.includes(closing.charAt(0));
  // A point behind the mark closes the sentence around it.
  const stop = isClosed && (begin === 1 || closing.length === 1) ? closing.length : 0;
  return hasWords(words.slice(begin, words.length - stop))
    ? { start: start + begin, end: end - stop }
    : { start, end };
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
