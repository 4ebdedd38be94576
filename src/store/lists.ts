import { setImmediate } from 'node:timers/promises';
import type { Phrase } from '../text/query.ts';
import type { Condition, Facet } from './conditions.ts';
import type { Queries } from './connection.ts';
import { countValues, type ValueCount } from './facets.ts';
import { selectMatchingPage, toCondition } from './matching-pages.ts';
import { countRows, type Page, type PageRequest, selectPage } from './pages.ts';
import type { Snapshot } from './snapshot.ts';

/** All items of a list, whatever the page. */
export interface Selection extends Omit<PageRequest, 'after' | 'limit' | 'walk'> {
  /** Words that the facts must have; null where none were asked for. */
  phrases: readonly Phrase[] | null;
}

export interface ListRequest extends Selection, Pick<PageRequest, 'after' | 'limit'> {
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
  const page = await selectListPage(queries, request, request);
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

function selectListPage(
  queries: Queries,
  { phrases, ...selection }: Selection,
  { after, limit }: Pick<PageRequest, 'after' | 'limit'>,
): Promise<Page> {
  const request = { ...selection, after, limit };
  return phrases === null
    ? selectPage(queries, request)
    : selectMatchingPage(queries, request, phrases);
}

/** As many as the longest page has: each batch holds up the process no longer than one does. */
const batchSize = 100;

/** Everything of a list, some documents at a time; in between, others have their turn. */
export async function* readAll(
  snapshot: Snapshot,
  selection: Selection,
): AsyncGenerator<readonly string[]> {
  let after: PageRequest['after'] = null;
  do {
    const from: Pick<PageRequest, 'after' | 'limit'> = { after, limit: batchSize };
    const page: Page = await snapshot.read((queries) => selectListPage(queries, selection, from));
    yield page.documents;
    after = page.next;
    await setImmediate();
  } while (after !== null);
}
