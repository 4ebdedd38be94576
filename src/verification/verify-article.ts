import type { Static } from 'typebox';
import { goOn, type Pause } from '../http/turns.ts';
import type { Article } from '../model/article.ts';
import { selectArticle, selectFactsOf } from '../store/read/article.ts';
import type { Store } from '../store/store.ts';
import type { Verification } from './schema.ts';
import { verifyText } from './verify.ts';

/** Compares a text with what is stored of an article; null if there is no such article. */
export async function verifyArticle(
  store: Store,
  id: string,
  text: string,
  pause: Pause = goOn,
): Promise<Static<typeof Verification> | null> {
  const { document, mentions } = await store.read(async (queries) => ({
    document: await selectArticle(queries, id),
    mentions: await selectFactsOf(queries, id, 'mentions'),
  }));
  if (document === null) return null;
  const { text: expected } = JSON.parse(document) as Article;
  const stated = mentions.map((mention) => JSON.parse(mention));
  return { article: id, ...(await verifyText(text, expected, stated, pause)) };
}
