import type { Span } from '../text/span.ts';

/** Which characters of a text something stands at already: asked and told in the time of the span's length. */
export function createTaken(text: string) {
  const units = new Uint8Array(text.length);
  return {
    has: ({ start, end }: Span) => units.subarray(start, end).includes(1),
    add: ({ start, end }: Span) => void units.fill(1, start, end),
  };
}
