import type { SearchHit } from '../model/search.ts';
import type { Searched } from '../resource/resource.ts';
import { textsOf } from '../resource/searchable.ts';
import type { FoundFact } from '../store/search-plan.ts';
import type { Query } from '../text/sought.ts';
import { snippetOf } from './snippet.ts';

/** Facts of a type, or articles, as they are searched. */
export type SearchedResource = Searched & { name: string; singular: string };

/** What was found, as it is shown. */
export function toHit(
  { type, fact, article, language, score, document: text, mentioned }: FoundFact,
  searched: readonly SearchedResource[],
  query: Query,
): SearchHit {
  const resource = searched.find(({ singular }) => singular === type);
  if (resource === undefined) throw new Error(`There is no type ${type}`);
  const document: unknown = JSON.parse(text);
  return {
    type,
    id: fact,
    article,
    title: resource.toSearchable(document).title,
    snippet: snippetOf(textsOf(resource, document, mentioned, language), query),
    score,
  };
}
