import type { Span } from '../text/span.ts';

/** A line break, with the white space behind it. */
export interface Break extends Span {
  /** Whether a paragraph ends here; if not, the break is white space like any other. */
  endsParagraph: 'surely' | 'maybe' | 'no';
}

/**
 * The line breaks of a text. An empty line ends a paragraph. Where a text has none, each of its lines may
 * be a paragraph: there a line may end one where it ends a sentence.
 */
export function findBreaks(text: string): Break[] {
  const found = Array.from(text.matchAll(/[\n\r\u0085\u2028\u2029]\s*/g), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    isEmptyLine: run.includes('\u2029') || (run.match(lineEnd)?.length ?? 0) > 1,
  }));
  const hasEmptyLines = found.some(({ isEmptyLine }) => isEmptyLine);
  return found.map(({ start, end, isEmptyLine }) => {
    const isEnd = !hasEmptyLines && sentenceEnd.test(text.slice(Math.max(0, start - 8), start));
    return { start, end, endsParagraph: isEmptyLine ? 'surely' : isEnd ? 'maybe' : 'no' };
  });
}

const lineEnd = /\r\n|[\n\r\u0085\u2028]/g;
const sentenceEnd = /[.!?…:。！？｡։؟۔।॥။។]["'”’»›」』״)\]]{0,3}[ \t]{0,3}$/;
