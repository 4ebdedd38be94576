import type { ListRequest } from '../http/listing.ts';
import { seeList } from '../http/problems.ts';
import { findNearest } from '../model/unknown-name.ts';
import { toSlug } from '../model/written-otherwise.ts';
import { separate } from '../store/documents.ts';
import { inOrderOfText } from '../store/plan.ts';
import type { Store } from '../store/store.ts';
import { parseQuery } from '../text/query.ts';
import type { Filter } from './resource.ts';

/** So many ids are told of; with more, no list of ids was meant to be right. */
const mostTold = 3;

/** Filters of a list by their parameters, as far as they take ids. */
type IdFilters = Readonly<Record<string, Pick<Filter, 'idsOf'>>>;

/**
 * Tells of ids that nothing has: which ones were meant, or how to look them up. Null where all are there.
 * @param isEmpty whether nothing was found
 */
export async function findHint(
  store: Store,
  filters: IdFilters,
  { filters: given, not }: Pick<ListRequest, 'filters' | 'not'>,
  isEmpty: boolean,
): Promise<string | null> {
  // Where something is found by one id, that is there. What is left out by an id doesn't show.
  const doubtful = [...given.filter(([, values]) => isEmpty || values.length > 1), ...not];
  const hints: string[] = [];
  for (const [parameter, values] of doubtful) {
    const of = filters[parameter]?.idsOf;
    if (of === undefined || hints.length >= mostTold) continue;
    const ids = values.map(String);
    const missing = await store.ask('missing', { ...sourceOf(of), ids });
    for (const { id, near } of missing.slice(0, mostTold - hints.length))
      hints.push(
        `${parameter}: there is no ${singularOf(of)} ${id}; ${await tellMeant(store, of, id, near)}`,
      );
  }
  return hints.length === 0 ? null : hints.join(' ');
}

/** The same for what may be no id at all: which one was meant, or how to look it up. */
export async function findMeant(store: Store, list: string, text: string): Promise<string> {
  const id = toSlug(text);
  if (id === null) return seeList(`/v1/${list}`);
  const [missing] = await store.ask('missing', { ...sourceOf(list), ids: [id] });
  // It is there, but was written otherwise.
  if (missing === undefined) return `did you mean ${id}?`;
  return tellMeant(store, list, id, missing.near);
}

async function tellMeant(
  store: Store,
  of: string,
  id: string,
  near: readonly string[],
): Promise<string> {
  const nearest = findNearest(near, id);
  if (nearest !== null) return `did you mean ${nearest}?`;
  const { table, column } = sourceOf(of);
  const found = column === 'id' ? await findByWords(store, table, id) : null;
  return found === null
    ? seeList(`/v1/${table}`)
    : `did you mean ${found.id}? /v1/${table}?q=${found.words.join('+')} looks for others.`;
}

/** An item that has all the words of the id, or else one of them, the longest first. */
async function findByWords(store: Store, table: string, id: string) {
  const words = id.split('-');
  const single = words.toSorted((left, right) => right.length - left.length).slice(0, 2);
  for (const those of words.length === 1 ? [words] : [words, ...single.map((word) => [word])]) {
    const { documents } = await store.ask('list', {
      table,
      filters: [],
      phrases: parseQuery(those.join(' ')),
      order: inOrderOfText,
      descending: false,
      after: null,
      limit: 20,
      counted: false,
      facets: {},
    });
    const ids = separate(documents).map((document): string => JSON.parse(document).id);
    const named = ids.filter((it) => those.every((word) => it.split('-').includes(word)));
    const [best] = [...(named.length > 0 ? named : ids)].sort(
      (left, right) => left.length - right.length,
    );
    const isNear = those.length === words.length || findNearest([best ?? ''], id) !== null;
    if (best !== undefined && isNear) return { id: best, words: those };
  }
  return null;
}

/** `mentions.fact` is the field `fact` of mentions. */
function sourceOf(of: string): { table: string; column: string } {
  const [table = '', column = 'id'] = of.split('.');
  return { table, column };
}

/** `actors` → `actor`, `mentions.fact` → `fact`. */
function singularOf(of: string): string {
  return (of.split('.').at(-1) ?? of).replace(/s$/, '');
}
