import { termsOf, type Word } from './words.ts';

/** Words that have to stand side by side; of the last one, the beginning may do. */
export interface Phrase {
  terms: readonly string[];
  prefix: boolean;
}

/**
 * What somebody looks for: words, "words side by side", beginnings*; all of them have to be there. Every
 * text is a query: what else it holds has no meaning, and without letters or digits it finds nothing.
 */
export function parseQuery(text: string): Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const { 0: chunk, 1: quoted } of text.matchAll(/"([^"]*)"?\*?|[^\s"]+/gu)) {
    const terms = termsOf(quoted ?? chunk);
    const prefix = chunk.endsWith('*');
    if (terms.length > 0) phrases.set(`${terms.join(' ')}${prefix ? '*' : ''}`, { terms, prefix });
  }
  return [...phrases.values()];
}

/** Where the phrase stands among the words: the indices of its first words, one after the other. */
export function* findPhrase(words: readonly Word[], { terms, prefix }: Phrase): Generator<number> {
  const last = terms.length - 1;
  for (let at = 0; at + last < words.length; at++) {
    const matches = terms.every((term, index) => {
      const word = words[at + index]?.term ?? '';
      return index === last && prefix ? word.startsWith(term) : word === term;
    });
    if (matches) yield at;
  }
}
