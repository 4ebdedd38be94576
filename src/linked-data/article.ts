import type { Article } from '../model/article.ts';
import type { FactMention } from '../model/mention.ts';
import { inLanguages, type LinkedNode, linkTo } from '../resource/linked-data.ts';

export function toNewsArticle({
  id,
  language,
  title,
  description,
  source,
  text,
}: Article): LinkedNode {
  return {
    '@id': `/v1/articles/${id}`,
    '@type': 'NewsArticle',
    inLanguage: language,
    name: inLanguages(title),
    description: inLanguages(description),
    headline: source.headline ?? undefined,
    creditText: source.byline ?? undefined,
    publisher: source.publisher ? { '@type': 'Organization', name: [source.publisher] } : undefined,
    datePublished: source.published ?? undefined,
    url: source.url ?? undefined,
    textSha256: text.sha256,
    textLength: text.length,
  };
}

/** Where the article states a fact (W3C Web Annotation; positions count code points). */
export function toAnnotation(mention: FactMention, list: string): LinkedNode {
  const { article, start, end, exact, fact } = mention;
  return {
    '@id': `/v1/articles/${article}/linked-data#${list}-${fact}-${start}-${end}`,
    '@type': 'Annotation',
    motivatedBy: 'oa:identifying',
    hasBody: linkTo(list, fact),
    hasTarget: {
      '@type': 'SpecificResource',
      hasSource: linkTo('articles', article),
      hasSelector: [
        { '@type': 'TextPositionSelector', start: String(start), end: String(end) },
        { '@type': 'TextQuoteSelector', exact },
      ],
    },
  };
}
