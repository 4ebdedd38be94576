import type { Language } from './words.ts';

/** Where something stands in the text, in code points. */
export interface Anchor {
  start: number;
  end: number;
  exact: string;
}

/** A text that grows, and says where each piece of it stands. */
export interface GrowingText {
  /** Adds a piece, set off from the one before. */
  add(piece: string): Anchor;
  /** Adds words that stand between quotation marks. */
  quote(words: string): Anchor;
  /** Ends the sentence. */
  stop(): void;
  toString(): string;
  /** In code points. */
  length(): number;
}

export function createText({ space, stop }: Language): GrowingText {
  let text = '';
  let length = 0;
  let between = '';
  const put = (piece: string): Anchor => {
    const start = length;
    text += piece;
    length += Array.from(piece).length;
    return { start, end: length, exact: piece };
  };
  return {
    add(piece) {
      put(between);
      between = space;
      return put(piece);
    },
    quote(words) {
      put(`${between}“`);
      const anchor = put(words);
      between = `”${space}`;
      return anchor;
    },
    stop() {
      put(between.startsWith('”') ? `”${stop}` : stop);
      between = '';
    },
    toString: () => text,
    length: () => length,
  };
}
