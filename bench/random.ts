/** Numbers that look random, and are the same for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /**
   * A rank from 0 to `ranks` - 1 by Zipf's law: rank n comes up about 1 / (n + shift) times as
   * often as the first; the greater the shift, the less the first ranks stand out.
   */
  zipf(ranks: number, shift: number): number;
}

/** The same parts give the same numbers; other parts give unrelated ones. */
export function randomOf(...parts: (number | string)[]): Random {
  const next = mulberry32(hash(parts.join('/')));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    zipf: (ranks, shift) => Math.floor(shift * ((ranks + shift) / shift) ** next() - shift),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
}

/** A generator of numbers in [0, 1) with 32 bits of state. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
