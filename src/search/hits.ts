import type { SearchHit } from '../model/search.ts';
import type { FactType } from '../resource/resource.ts';
import { textsOf } from '../resource/searchable.ts';
import type { FoundFact } from '../store/plan.ts';
import type { Phrase } from '../text/query.ts';
import { snippetOf } from './snippet.ts';

/** A fact that was found, as it is shown. */
export function toHit(
  { type, fact, article, score, document: text, mentioned }: FoundFact,
  factTypes: readonly FactType[],
  phrases: readonly Phrase[],
): SearchHit {
  const factType = factTypes.find(({ singular }) => singular === type);
  if (factType === undefined) throw new Error(`There is no type ${type}`);
  const document: unknown = JSON.parse(text);
  return {
    type,
    id: fact,
    article,
    title: factType.toSearchable(document).title,
    snippet: snippetOf(textsOf(factType, document, mentioned), phrases),
    score,
  };
}
