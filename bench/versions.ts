import type { Bundle } from '../src/bundle/schema.ts';
import { syntheticArticle } from './synthetic.ts';

const seed = 7;

/** A synthetic article as it was in one of its versions, which its title tells. */
export function versionOf(article: number, version: number): Bundle {
  const { bundle } = syntheticArticle(seed, article);
  // Every other version has fewer facts, so that replacing takes some away.
  const facts = version % 2 === 0 ? {} : { quotes: [], statistics: [] };
  return {
    ...bundle,
    ...facts,
    article: { ...bundle.article, title: { ...bundle.article.title, en: `Version ${version}` } },
  };
}

/** Which version it is. */
export function versionIn({ article }: Pick<Bundle, 'article'>): number {
  return Number(article.title.en?.split(' ')[1]);
}
