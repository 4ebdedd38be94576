import type { Resource } from '../resource/resource.ts';
import { selectionOf } from '../resource/selection.ts';
import { separate } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** Those of these items that are there, by their ids. */
export async function readByIds(
  store: Store,
  resource: Resource,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const selection = selectionOf(resource, {
    filters: [['id', [...ids]]],
    not: [],
    q: null,
    order: { columns: [] },
    descending: false,
  });
  const { documents } = await store.ask('list', {
    ...selection,
    after: null,
    limit: ids.length,
    counted: false,
    facets: {},
  });
  const items = separate(documents).map((it): { id: string } => JSON.parse(it));
  return new Map(items.map((it) => [it.id, it]));
}
