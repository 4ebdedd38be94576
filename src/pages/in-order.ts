import { type ListQuery, readListRequest } from '../http/listing.ts';
import type { FactMention } from '../model/mention.ts';
import { readList } from '../resource/read-list.ts';
import type { FactType, Resource } from '../resource/resource.ts';
import { separate } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { readByIds } from './read-by-ids.ts';

/** So many mentions make a page of an article. */
const mostMentions = 100;

/** A fact where the text first states it, as far as a page goes. */
export interface FactInOrder {
  list: string;
  type: string;
  document: unknown;
  id: string;
  mentions: FactMention[];
}

/** Where the page begins: behind another one, or at a place of the text. */
export interface InOrderQuery {
  cursor?: string;
  start?: number;
}

interface Listed {
  mentions: Resource;
  factTypes: readonly FactType[];
}

/** The facts of an article in the order of its text, those of so many mentions. */
export async function readInOrder(
  store: Store,
  { mentions, factTypes }: Listed,
  article: string,
  { cursor, start }: InOrderQuery,
): Promise<{ facts: FactInOrder[]; next: string | null }> {
  const query: ListQuery = {
    article: [article],
    limit: mostMentions,
    ...(cursor !== undefined && { cursor }),
    ...(start !== undefined && { start }),
  };
  const request = readListRequest('mentions', query, mentions.orders);
  const { found, next } = await readList(store, mentions, request);
  const all = separate(found.documents).map((it): FactMention => JSON.parse(it));
  const byFact = Map.groupBy(all, ({ factType, fact }) => `${factType} ${fact}`);
  const documents = new Map<string, unknown>();
  for (const factType of factTypes) {
    const ids = new Set(
      all.filter((it) => it.factType === factType.singular).map(({ fact }) => fact),
    );
    for (const [id, document] of await readByIds(store, factType, [...ids]))
      documents.set(`${factType.singular} ${id}`, document);
  }
  const facts = Array.from(byFact, ([key, its]): FactInOrder[] => {
    const [first] = its;
    const factType = factTypes.find(({ singular }) => singular === first?.factType);
    const document = documents.get(key);
    // Another state of the article has come in between.
    if (first === undefined || factType === undefined || document === undefined) return [];
    return [
      { list: factType.name, type: factType.singular, document, id: first.fact, mentions: its },
    ];
  });
  return { facts: facts.flat(), next };
}

/** The first of what an article states of a type. */
export async function readFirst<Document>(
  store: Store,
  resource: Resource,
  article: string,
  order: { sort?: string } = {},
): Promise<{ documents: Document[]; more: boolean }> {
  const query = { article: [article], limit: mostMentions, ...order };
  const { found, next } = await readList(
    store,
    resource,
    readListRequest(resource.name, query, resource.orders),
  );
  return {
    documents: separate(found.documents).map((it): Document => JSON.parse(it)),
    more: next !== null,
  };
}
