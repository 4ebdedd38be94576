import type { LocalizedText } from '../model/localized-text.ts';
import { type LanguageText, toTermText } from '../text/term-text.ts';
import type { Searched } from './resource.ts';

/** To be raised whenever the terms of the same fact become others: the index is then made anew. */
export const currentTermsVersion = 2;

/** A text in each of its languages; of the names by which a fact refers to others, all of them. */
export function inEach(...texts: readonly (LocalizedText | null)[]): [string, string][] {
  return texts.flatMap((text) => Object.entries(text ?? {}));
}

/**
 * All that an item is found by: its title in each language, its other texts, the phrases that mention it.
 * @param language of the article; null where several state the item
 */
export function textsOf(
  { toSearchable }: Searched,
  document: unknown,
  phrases: readonly string[],
  language: string | null,
): LanguageText[] {
  const { title, texts } = toSearchable(document);
  const others = [...texts, ...phrases];
  return [
    ...inEach(title),
    ...others.map((it): LanguageText => (typeof it === 'string' ? [language, it] : it)),
  ];
}

export function termsOfItem(...item: Parameters<typeof textsOf>): string {
  return toTermText(textsOf(...item));
}
