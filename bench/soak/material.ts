import { countWords } from '../speed/words.ts';
import { versionOf } from '../versions.ts';

/** What of an article can be asked for. */
export interface Material {
  article: string;
  actors: string[];
  words: string[];
}

export function materialOf(article: number): Material {
  const bundle = versionOf(article, 0);
  const actors = (bundle.actors ?? []) as { id: string }[];
  const quotes = (bundle.quotes ?? []) as { text: string }[];
  const words = countWords(quotes.map(({ text }) => text)).map(([word]) => word);
  return {
    article: bundle.article.id,
    actors: actors.map(({ id }) => id),
    words: words.length > 0 ? words : ['bridge'],
  };
}
