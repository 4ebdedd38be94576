import type { ArticleEntry } from '../../model/article.ts';
import { shownText } from '../../model/localized-text.ts';
import { publishedMoment } from '../../model/published.ts';
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
    published: source.published === null ? null : publishedMoment(source.published),
    sha256: text.sha256,
    url: source.url === null ? null : canonicalUrl(source.url),
    publisher: source.publisher,
  };
}

/** One form for addresses that a browser takes for the same, by the WHATWG’s URL standard. */
export function canonicalUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
