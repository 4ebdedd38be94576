import type { Article } from '../model/article.ts';
import type { FactMention } from '../model/mention.ts';
import { isInstant } from '../model/published.ts';
import { inLanguages, isPlainDate, type LinkedNode } from '../resource/linked-data.ts';

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

/** A Web Annotation, in the keys of its standard. */
export interface Annotation {
  id: string;
  type: 'Annotation';
  [term: string]: unknown;
}

/**
 * Where the article states a fact (W3C Web Annotation; positions count code points). The position selects one
 * stretch, and its words within it are all of that, so that both agree or nothing is selected. The words alone
 * would select every place where they stand, and with what is around them where that stands; of which nothing
 * is known, as the text isn't stored.
 */
export function toAnnotation(mention: FactMention, list: string): Annotation {
  const { article, start, end, exact, role, fact } = mention;
  return {
    id: `/v1/articles/${article}/linked-data#${list}-${fact}-${role}-${start}-${end}`,
    type: 'Annotation',
    motivation: 'identifying',
    role,
    body: `/v1/${list}/${fact}`,
    target: {
      type: 'SpecificResource',
      source: `/v1/articles/${article}`,
      selector: {
        type: 'TextPositionSelector',
        start,
        end,
        refinedBy: { type: 'TextQuoteSelector', exact },
      },
    },
  };
}
