import type { Article } from '../model/article.ts';
import type { FactMention } from '../model/mention.ts';
import type { LinkedNode } from '../resource/linked-data.ts';
import type { FactType } from '../resource/resource.ts';
import { selectArticle, selectFactsOf, selectSharedOf } from '../store/read/article.ts';
import type { Reading } from '../store/read/reading.ts';
import { type Annotation, toAnnotation, toNewsArticle } from './article.ts';
import { annotationContext, contextPath } from './context.ts';

/** All that is stored of an article, as JSON texts. */
export interface StoredArticle {
  article: string;
  /** By the name of their list. */
  facts: Readonly<Record<string, readonly string[]>>;
  mentions: readonly string[];
}

/** Null if there is no such article. */
export async function readStored(
  reading: Reading,
  factTypes: readonly FactType[],
  id: string,
): Promise<StoredArticle | null> {
  const article = await selectArticle(reading, id);
  if (article === null) return null;
  const facts: Record<string, string[]> = {};
  for (const { name, sharing } of factTypes)
    facts[name] = await (sharing ? selectSharedOf : selectFactsOf)(reading, id, name);
  return { article, facts, mentions: await selectFactsOf(reading, id, 'mentions') };
}

/** The article, its facts and their anchors, in this order. */
export function* toGraph(
  { article, facts, mentions }: StoredArticle,
  factTypes: readonly FactType[],
): Generator<LinkedNode | Annotation> {
  yield toNewsArticle(JSON.parse(article) as Article);
  for (const { name, toLinkedData } of factTypes)
    for (const fact of facts[name] ?? []) yield toLinkedData(JSON.parse(fact));
  const lists = new Map(factTypes.map((it) => [it.singular, it.name]));
  for (const text of mentions) {
    const mention: FactMention = JSON.parse(text);
    yield toAnnotation(mention, lists.get(mention.factType) ?? '');
  }
}

export function writeJsonLd(stored: StoredArticle, factTypes: readonly FactType[]): string {
  return JSON.stringify({
    '@context': [annotationContext, contextPath],
    '@graph': [...toGraph(stored, factTypes)],
  });
}
