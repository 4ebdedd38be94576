import type { CodePoints } from '../text/code-points.ts';

/**
 * Makes the test whether a stretch of the text begins or ends within what a reader sees as one character
 * (UAX #29), like a letter and its accent.
 */
export function createGraphemeCheck({ text, offsetOf }: CodePoints) {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  return ({ start, end }: { start: number; end: number }): boolean =>
    [start, end].some((position) => isWithin(offsetOf(position)));

  function isWithin(offset: number): boolean {
    if (offset <= 0 || offset >= text.length) return false;
    // Between two plain characters there is always a boundary.
    if (isPlain(text.charCodeAt(offset)) && isPlain(text.charCodeAt(offset - 1))) return false;
    return segments.containing(offset)?.index !== offset;
  }
}

/** Printable ASCII, to which nothing before it belongs. */
function isPlain(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}
