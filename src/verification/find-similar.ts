import search from 'approx-string-match';
import { indexOf } from './find-near.ts';
import type { Plain } from './typography.ts';

/** So far to either side of the place is looked. */
const farthest = 40;
/** What is longer takes too long: a time that grows with the square of the length. */
const longest = 400;
/** What is shorter has too many likes. */
const shortest = 12;

export interface Similar {
  /** Offsets in the plain text. */
  start: number;
  end: number;
  /** How many characters differ. */
  errors: number;
}

/** What is most like a phrase around a position: one character in three may differ. */
export function findSimilar(
  { text, from }: Plain,
  phrase: string,
  position: number,
): Similar | null {
  const { length } = phrase;
  if (length < shortest || length > longest) return null;
  const middle = indexOf(from, position);
  const begin = Math.max(0, middle - farthest);
  const around = text.slice(begin, middle + Math.ceil(length * 1.3) + farthest);
  const longer = ({ start, end }: { start: number; end: number }) => Math.abs(end - start - length);
  // A character that differs may be left out or taken for another one: then it is a part of what is there.
  const [best] = search(around, phrase, Math.floor(length / 3)).sort(
    (left, right) => left.errors - right.errors || longer(left) - longer(right),
  );
  if (best === undefined) return null;
  return { start: begin + best.start, end: begin + best.end, errors: best.errors };
}
