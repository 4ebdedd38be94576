import type { Article } from '../model/article.ts';
import type { FactMention } from '../model/mention.ts';
import { isInstant } from '../model/published.ts';
import { inLanguages, isPlainDate, type LinkedNode, linkTo } from '../resource/linked-data.ts';

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
    ...published(source.published),
    url: source.url === null ? undefined : toIri(source.url),
    textSha256: text.sha256,
    textLength: text.length,
  };
}

/** Valid as an IRI (RFC 3987), whatever of it a browser shows as it is. */
function toIri(address: string): string {
  return new URL(address).href.replace(/[|^`{}<>"\\]/g, encodeURIComponent);
}

/** As schema.org has days and instants; what is known less exactly, as EDTF. */
function published(text: string | null): { [term: string]: unknown } {
  if (text === null) return {};
  if (isPlainDate(text)) return { datePublished: text };
  const type = isInstant(text) ? 'schema:DateTime' : 'http://id.loc.gov/datatypes/edtf/EDTF';
  return { datePublished: { '@value': text, '@type': type } };
}

/** Where the article states a fact (W3C Web Annotation; positions count code points). */
export function toAnnotation(mention: FactMention, list: string): LinkedNode {
  const { article, start, end, exact, role, fact } = mention;
  return {
    '@id': `/v1/articles/${article}/linked-data#${list}-${fact}-${role}-${start}-${end}`,
    '@type': 'Annotation',
    motivatedBy: 'oa:identifying',
    role,
    hasBody: linkTo(list, fact),
    hasTarget: {
      '@type': 'SpecificResource',
      hasSource: linkTo('articles', article),
      // By itself, the quote would select every place where these words stand.
      hasSelector: [
        {
          '@type': 'TextPositionSelector',
          start: String(start),
          end: String(end),
          refinedBy: { '@type': 'TextQuoteSelector', exact },
        },
      ],
    },
  };
}
