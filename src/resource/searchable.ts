import { toTermText } from '../text/term-text.ts';
import type { FactType } from './resource.ts';

/** To be raised whenever the terms of the same fact become others: the index is then made anew. */
export const currentTermsVersion = 1;

/** All that a fact is found by: its title in each language, its other texts, the phrases that mention it. */
export function textsOf(
  { toSearchable }: FactType,
  document: unknown,
  phrases: readonly string[],
): string[] {
  const { title, texts } = toSearchable(document);
  return [...Object.values(title), ...texts, ...phrases];
}

export function termsOfFact(
  factType: FactType,
  document: unknown,
  phrases: readonly string[],
): string {
  return toTermText(textsOf(factType, document, phrases));
}
