import type { ArticleEntry } from '../../model/article.ts';
import { orderText } from '../../model/localized-text.ts';
import { daysOfPublished, publishedMoment } from '../../model/published.ts';
import { toDayCells } from '../../resource/stated-columns.ts';
import type { Cell } from '../../store/article.ts';

/** What the store filters and orders articles by. */
export function articleColumns({
  language,
  title,
  source,
  text,
}: ArticleEntry): Record<string, Cell> {
  return {
    language,
    title: orderText(title),
    ...(source.published === null
      ? { published: null, earliest: null, latest: null }
      : {
          published: publishedMoment(source.published),
          ...toDayCells(daysOfPublished(source.published)),
        }),
    sha256: text.sha256,
    url: source.url === null ? null : canonicalUrl(source.url),
    publisher: source.publisher,
  };
}

/**
 * One form for addresses that mean the same: as the WHATWG’s URL standard writes them, each character that
 * may stand in a URI (RFC 3986) as it is, and all others percent-encoded.
 */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  return new URL(url).href
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (encoded, digits) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
    })
    .replaceAll(/[^A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]/gu, encodeURIComponent);
}
