import { sql } from 'kysely';
import type { Phrase } from '../text/query.ts';
import type { Condition } from './conditions.ts';
import type { Queries } from './connection.ts';
import { countRows, type Page, type PageRequest, selectPage } from './pages.ts';
import { countMatching, hasPhrases, matching } from './search.ts';

/** So many facts are quickly found by their words and then put in order. */
const fewMatches = 2000;
/** So many are quickly looked through, one by one. */
const fewRows = 10_000;

/** A search within a table. */
export interface Search {
  table: string;
  /** What else its rows have to satisfy. */
  conditions: readonly Condition[];
  phrases: readonly Phrase[];
}

/**
 * A page of the facts that have the phrases, exactly as a filter would give it, in little time whatever
 * the words: rare ones are taken from the index of words and put in order; where many facts have them,
 * the order is followed, and the page is full soon.
 */
export async function selectMatchingPage(
  queries: Queries,
  request: PageRequest,
  phrases: readonly Phrase[],
): Promise<Page> {
  const search = { ...request, phrases };
  const way = await chooseWay(queries, search);
  if (way === 'both many') {
    const walk = { condition: byLooking(search), most: fewRows };
    const page = await selectPage(queries, { ...request, walk });
    if (page.next !== null) return page;
  }
  const condition = way === 'few rows' ? byLooking(search) : byIndex(search);
  return selectPage(queries, { ...request, conditions: [...request.conditions, condition] });
}

/** The condition that a row has the phrases, in the form that is quickest here. */
export async function toCondition(queries: Queries, search: Search): Promise<Condition> {
  const way = await chooseWay(queries, search);
  return way === 'few rows' ? byLooking(search) : byIndex(search);
}

async function chooseWay(queries: Queries, search: Search) {
  const { table, phrases } = search;
  if ((await countMatching(queries, phrases, [table], fewMatches + 1)) <= fewMatches)
    return 'few matches';
  return (await countRows(queries, search, fewRows + 1)) <= fewRows ? 'few rows' : 'both many';
}

function byIndex({ table, phrases }: Search): Condition {
  return sql`number in (${matching(phrases, [table])})`;
}

function byLooking({ phrases }: Search): Condition {
  return hasPhrases(phrases);
}
