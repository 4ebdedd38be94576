import type { ArticleEntry } from '../../model/article.ts';
import { shownText } from '../../model/localized-text.ts';
import { publishedMoment } from '../../model/published.ts';
import type { Cell } from '../../store/article.ts';

/** What the store filters and orders articles by. */
export function articleColumns({ language, title, source }: ArticleEntry): Record<string, Cell> {
  return {
    language,
    title: shownText(title),
    published: source.published === null ? null : publishedMoment(source.published),
  };
}
