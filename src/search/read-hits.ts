import { type ListQuery, type ListRequest, readListRequest } from '../http/listing.ts';
import type { createTurns } from '../http/turns.ts';
import type { SearchHit } from '../model/search.ts';
import { askPage } from '../resource/ask.ts';
import { article } from '../resource/filters.ts';
import { findHint } from '../resource/hints.ts';
import type { Where } from '../store/plan.ts';
import type { Store } from '../store/store.ts';
import { parseQuery } from '../text/query.ts';
import { type SearchedResource, toHit } from './hits.ts';

/** What is searched, and how what an article has of it is told. */
export type Searchable = SearchedResource & { article: Where; shared: boolean };

export function readSearchRequest(query: ListQuery): ListRequest {
  return readListRequest('search', query, { score: { columns: ['score', 'type'] } });
}

/** A page of what has the words that were asked for, best first. */
export async function readHits(
  store: Store,
  searched: readonly Searchable[],
  request: ListRequest,
  turns: ReturnType<typeof createTurns>,
) {
  const filters = Object.fromEntries(request.filters) as Record<string, string[] | undefined>;
  const not = Object.fromEntries(request.not) as Record<string, string[] | undefined>;
  const { limit, counted, facets } = request;
  const types = searched
    .filter(({ singular }) => filters.type?.includes(singular) ?? true)
    .filter(({ singular }) => !not.type?.includes(singular));
  const { found, next } = await askPage(store, 'search', request, {
    phrases: parseQuery(request.q ?? ''),
    types: types.map(({ name, singular, shared, article }) => ({
      table: name,
      factType: singular,
      shared,
      article,
    })),
    isOfEveryType: types.length === searched.length,
    articles: filters.article ?? [],
    withoutArticles: not.article ?? [],
    limit,
    counted,
    facets: facets as ('type' | 'article')[],
  });
  const hits: SearchHit[] = [];
  const pause = turns.begin();
  for (const hit of found.hits) {
    await pause();
    hits.push(toHit(hit, searched, found.phrases));
  }
  const isEmpty = hits.length === 0;
  const hint = await findHint(store, { article: article('states') }, request, isEmpty);
  return { found, hits, next, hint };
}
