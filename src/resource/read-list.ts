import type { ListRequest } from '../http/listing.ts';
import type { Where } from '../store/plan.ts';
import type { Store } from '../store/store.ts';
import { askPage } from './ask.ts';
import { findHint } from './hints.ts';
import type { Resource } from './resource.ts';
import { selectionOf } from './selection.ts';

/**
 * A page of the resource's list.
 * @param facets what to count the values of, by name
 */
export async function readList(
  store: Store,
  resource: Resource,
  request: ListRequest,
  facets: Readonly<Record<string, Where>> = {},
) {
  const { limit, counted } = request;
  const { found, next } = await askPage(store, 'list', request, {
    ...selectionOf(resource, request),
    limit,
    counted,
    facets,
  });
  const isEmpty = found.documents.lengths.length === 0;
  return { found, next, hint: await findHint(store, resource.filters, request, isEmpty) };
}
