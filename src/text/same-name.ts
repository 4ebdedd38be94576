import { termsOf } from './words.ts';

/**
 * Whether two names may be one person’s: the words of one are all in the other, a letter by itself standing for any
 * word that begins with it. “J. Smith” may be “John A. Smith”, “Jane Smith” not.
 */
export function mayNameOne(name: string, other: string): boolean {
  const [fewer = [], more = []] = [termsOf(name), termsOf(other)].sort(
    (left, right) => left.length - right.length,
  );
  return fewer.every((word) => more.some((it) => isWordOrInitial(word, it)));
}

function isWordOrInitial(word: string, other: string): boolean {
  if (word === other) return true;
  return word.length === 1 ? other.startsWith(word) : other.length === 1 && word.startsWith(other);
}
