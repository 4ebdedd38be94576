/**
 * Whether a text has so many combining marks in a row that no language needs them: more than 30, the limit
 * of Unicode's Stream-Safe Text Format (UAX #15, 13). To put marks in their order, as every form of
 * normalisation does, takes a time that grows with the square of their number: half a million of them hold
 * up a process for minutes. Marks are counted by their category; those that keep their place count too.
 */
export function isStreamSafe(text: string): boolean {
  // Below U+0300 there are no marks: most texts are told by that.
  return !mayHaveMarks.test(text) || !tooManyMarks.test(text);
}

export const streamSafeFault =
  'must not have more than 30 combining marks in a row (UAX #15, Stream-Safe Text Format)';

const mayHaveMarks = /[\u0300-\uffff]/;
/** Looked for only where a run begins: from each of its marks, it would be looked at 30 times. */
const tooManyMarks = /(?<!\p{M})\p{M}{31}/u;
