import { type LanguageText, readTerms } from './term-text.ts';

/** Reads the texts of one article, each once: names come again and again. */
export interface TextReader {
  /** The words of a text, between them spaces. */
  read(text: LanguageText): string;
  /** Texts whose words are all that matters. */
  note(texts: readonly LanguageText[]): void;
  /** By language, all texts, each once on a line. */
  texts(): Record<string, string>;
}

export function createTextReader(): TextReader {
  /** By language and text, its words, or null where they weren't asked for. */
  const known = new Map<string | null, Map<string, string | null>>();
  const textsIn = (language: string | null) =>
    known.getOrInsertComputed(language, () => new Map<string, string | null>());
  return {
    read(it) {
      const [language, text] = it;
      const texts = textsIn(language);
      const terms = texts.get(text) ?? readTerms(it);
      texts.set(text, terms);
      return terms;
    },
    note(texts) {
      for (const [language, text] of texts) textsIn(language).getOrInsert(text, null);
    },
    texts() {
      const texts = Array.from(known, ([language, those]) => [
        language,
        [...those.keys()].join('\n'),
      ]);
      return Object.fromEntries(texts.filter(([language]) => language !== null));
    },
  };
}
