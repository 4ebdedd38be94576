/** What a text shows of its words with a capital. */
export interface Capitals {
  /** Whether a word has its capital of its own: true, false, or null where the text has it both ways or neither. */
  isOwn(word: string): boolean | null;
  has(word: string): boolean;
}

export function findCapitals(text: string): Capitals {
  // Within a sentence: behind a word, a comma or a closing mark.
  const within = text.matchAll(/(?<=[\p{L}\p{N},;)’'] )\p{Lu}[\p{L}\p{N}&-]*/gu);
  const capital = new Set(Array.from(within, ([word]) => word));
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}&-]*/gu));
  return {
    isOwn(word) {
      const plain = plainWord(word);
      if (/^\p{Lu}$/u.test(plain)) return null;
      if (isInitials(word)) return true;
      const isSmall = small.has(plain.toLowerCase());
      if (capital.has(plain)) return isSmall ? null : true;
      return isSmall ? false : null;
    },
    has: (word) => capital.has(word),
  };
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word !== 'I';
}

/** “FBI”, “U.S.” */
function isInitials(word: string): boolean {
  return /^\p{Lu}[\p{Lu}.&]+$/u.test(word);
}

function plainWord(word: string): string {
  return /^[\p{L}\p{N}&-]*/u.exec(word)?.[0] ?? word;
}
