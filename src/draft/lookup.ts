import { isOfWord } from '../text/letters.ts';

/** The longest word of a list that stands at a place; asked in the time of the few that begin alike. */
export interface Lookup<Value> {
  /** Case folded; what follows is no part of the same word. */
  startingAt(text: string, at: number): { length: number; value: Value } | undefined;
}

export function createLookup<Value>(words: ReadonlyMap<string, Value>): Lookup<Value> {
  const byFirst = new Map<string, [string, Value][]>();
  for (const [word, value] of words) {
    const alike = byFirst.get(word.charAt(0)) ?? [];
    alike.push([word, value]);
    byFirst.set(word.charAt(0), alike);
  }
  for (const alike of byFirst.values()) alike.sort(([left], [right]) => right.length - left.length);
  return {
    startingAt(text, at) {
      for (const [word, value] of byFirst.get(text.charAt(at).toLowerCase()) ?? []) {
        const end = at + word.length;
        if (text.slice(at, end).toLowerCase() !== word) continue;
        if (isOfWord(word.slice(-1)) && isOfWord(text.charAt(end))) continue;
        return { length: word.length, value };
      }
      return undefined;
    },
  };
}
