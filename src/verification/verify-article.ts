import { selectArticle, selectFactsOf } from '../store/read/article.ts';
import type { Store } from '../store/store.ts';
import type { Comparable } from './compare.ts';

/** Null if there is no such article. */
export async function readComparable(
  store: Store,
  id: string,
  text: string,
): Promise<Comparable | null> {
  const { article, mentions } = await store.read(async (queries) => ({
    article: await selectArticle(queries, id),
    mentions: await selectFactsOf(queries, id, 'mentions'),
  }));
  return article === null ? null : { text, article, mentions };
}
