import type { Phrase } from './query.ts';
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

/** What a term text that has the phrase contains, character by character. */
export function needleOf({ terms, prefix }: Phrase): string {
  return ` ${terms.join(' ')}${prefix ? '' : ' '}`;
}

/** More often than this weighs no more; and to find long phrases that overlap takes their length each time. */
const mostCounted = 1000;

/** How often the phrase stands in the term text; counting stops at a thousand. */
export function countPhrase(termText: string, phrase: Phrase): number {
  const needle = needleOf(phrase);
  let count = 0;
  // The space behind one word may be the one before the next.
  for (
    let at = termText.indexOf(needle);
    at >= 0 && count < mostCounted;
    at = termText.indexOf(needle, at + 1)
  )
    count++;
  return count;
}
