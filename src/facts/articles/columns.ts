import type { ArticleEntry } from '../../model/article.ts';
import { shownText } from '../../model/localized-text.ts';
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
    title: shownText(title),
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

/** One form for addresses that a browser takes for the same, by the WHATWG’s URL standard. */
export function canonicalUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
