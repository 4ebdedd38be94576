import type { SearchHit } from '../model/search.ts';
import type { FactType } from '../resource/resource.ts';
import { textsOf } from '../resource/searchable.ts';
import type { Queries } from '../store/connection.ts';
import { selectPhrases } from '../store/mentions.ts';
import { selectDocument } from '../store/pages.ts';
import type { Found } from '../store/search.ts';
import type { Phrase } from '../text/query.ts';
import { snippetOf } from './snippet.ts';

/** A fact that was found, and how well it fits. */
export interface Hit extends Found {
  score: number;
}

/** A hit with all that is shown of it. */
export interface FoundFact extends Hit {
  factType: FactType;
  /** JSON text. */
  document: string;
  /** The phrases that mention it. */
  mentioned: readonly string[];
}

export async function readFact(
  queries: Queries,
  factTypes: readonly FactType[],
  hit: Hit,
): Promise<FoundFact> {
  const factType = factTypes.find((it) => it.name === hit.type);
  const document = await selectDocument(queries, hit.type, hit.fact);
  if (factType === undefined || document === null)
    throw new Error(`The index has ${hit.type}/${hit.fact}, which is not there`);
  const mentioned = await selectPhrases(queries, factType.singular, hit.fact);
  return { ...hit, factType, document, mentioned };
}

export function toHit(
  { factType, fact, article, score, document: text, mentioned }: FoundFact,
  phrases: readonly Phrase[],
): SearchHit {
  const document: unknown = JSON.parse(text);
  return {
    type: factType.singular,
    id: fact,
    article,
    title: factType.toSearchable(document).title,
    snippet: snippetOf(textsOf(factType, document, mentioned), phrases),
    score,
  };
}
