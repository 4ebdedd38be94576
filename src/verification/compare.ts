import type { Article } from '../model/article.ts';
import { type Comparison, compareText } from './compare-text.ts';

/** A text, and what is stored of the article whose text it may be. */
export interface Comparable {
  text: string;
  /** As JSON texts. */
  article: string;
  mentions: readonly string[];
}

export function compare({ text, article, mentions }: Comparable): Comparison & { article: string } {
  const { id, text: expected } = JSON.parse(article) as Article;
  const stated = mentions.map((mention) => JSON.parse(mention));
  return { article: id, ...compareText(text, expected, stated) };
}

/** The same as a JSON text, for who asks from another thread. */
export function writeComparison(comparable: Comparable): string {
  return JSON.stringify(compare(comparable));
}
