import type { Position } from '../model/order.ts';
import type { Query } from '../text/sought.ts';
import type { ValueCount, Where } from './plan.ts';

/** The facts and articles that have the words, best first. */
export interface SearchPlan {
  phrases: Query;
  /** Only of these types. */
  types: readonly SearchedType[];
  /** Whether these are all that there are. */
  isOfEveryType: boolean;
  /** Only of these articles; of all where there are none. */
  articles: readonly string[];
  /** Not of these articles. */
  withoutArticles: readonly string[];
  /** The page begins behind the hit with that score, type and id. */
  after: Position | null;
  limit: number;
  counted: boolean;
  facets: readonly ('type' | 'article')[];
}

export interface SearchedType {
  factType: string;
  table: string;
  /** Whether articles share its facts. */
  shared: boolean;
  /** How those of an article are told from others. */
  article: Where;
}

export interface FoundFact {
  type: string;
  fact: string;
  /** Null of what articles share. */
  article: string | null;
  /** Of its article. */
  language: string | null;
  score: number;
  /** JSON text. */
  document: string;
  /** The phrases that mention it. */
  mentioned: string[];
}

export interface SearchResult {
  hits: FoundFact[];
  /** What was looked for, with all its forms that there are. */
  phrases: Query;
  next: Position | null;
  /** How many are ranked, and whether these are all. */
  considered: number;
  complete: boolean;
  total: number | null;
  /** Of the ranked ones. */
  facets: Record<string, ValueCount[]> | null;
}
