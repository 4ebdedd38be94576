import { termsOf } from './words.ts';

/** A text, and the language that it is in, as far as that is known. */
export type LanguageText = readonly [language: string | null, text: string];

/** Stands between two texts, so that no phrase reaches from one into the next; never a word itself. */
const boundary = '¶';

/** The words of a text, between them spaces. */
export function readTerms([language, text]: LanguageText): string {
  return termsOf(text, language).join(' ');
}

/** The words of all the texts as one text, each between spaces: what is indexed. The same text counts once. */
export function toTermText(texts: readonly LanguageText[], read = readTerms): string {
  const parts = new Set(texts.map(read));
  parts.delete('');
  return ` ${[...parts].join(` ${boundary} `)} `;
}
