import type { Phrase } from '../text/query.ts';
import type { Condition, Facet } from './conditions.ts';
import type { Queries } from './connection.ts';
import { countValues, type ValueCount } from './facets.ts';
import { selectMatchingPage, toCondition } from './matching-pages.ts';
import { countRows, type Page, type PageRequest, selectPage } from './pages.ts';

export interface ListRequest extends PageRequest {
  /** Words that the facts must have; null where none were asked for. */
  phrases: readonly Phrase[] | null;
  counted: boolean;
  /** What to count the values of, by name. */
  facets: Readonly<Record<string, Facet>>;
}

export interface List extends Page {
  /** How many items all pages have together; null unless asked for. */
  total: number | null;
  facets: Record<string, ValueCount[]> | null;
}

/** At most so many values of a facet: the most frequent. */
const mostValues = 100;

/** A page, with what else was asked of the whole list; costly things only where they were asked for. */
export async function selectList(queries: Queries, request: ListRequest): Promise<List> {
  const { table, phrases, counted, facets } = request;
  const page =
    phrases === null
      ? await selectPage(queries, request)
      : await selectMatchingPage(queries, request, phrases);
  if (!counted && Object.keys(facets).length === 0) return { ...page, total: null, facets: null };

  const conditions: Condition[] = [...request.conditions];
  if (phrases !== null)
    conditions.push(await toCondition(queries, { table, conditions: request.conditions, phrases }));
  const total = counted ? await countRows(queries, { table, conditions }) : null;
  const counts: Record<string, ValueCount[]> = {};
  for (const [name, facet] of Object.entries(facets))
    counts[name] = await countValues(queries, table, conditions, facet, mostValues);
  return { ...page, total, facets: Object.keys(facets).length === 0 ? null : counts };
}
