/** A text whose offsets are code points, as those of mentions are. */
export interface CodePoints {
  text: string;
  /** In code points. */
  length: number;
  /** The characters from `start` to before `end`, as far as there are any. */
  slice(start: number, end: number): string;
  /** Where a code point begins in UTF-16; behind the end, the end. */
  offsetOf(position: number): number;
  /** The code point that begins at an offset in UTF-16, or holds it. */
  positionOf(offset: number): number;
}

export function codePointsOf(text: string): CodePoints {
  // Where each begins in UTF-16; the end of the text last.
  const offsets = new Uint32Array(text.length + 1);
  let length = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    offsets[length++] = at;
  offsets[length] = text.length;
  const offsetOf = (position: number) =>
    offsets[Math.min(Math.max(position, 0), length)] ?? text.length;
  return {
    text,
    length,
    slice: (start, end) => text.slice(offsetOf(start), offsetOf(end)),
    offsetOf,
    positionOf,
  };

  function positionOf(offset: number): number {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** How many code points a text has. */
export function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
