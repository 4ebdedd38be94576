import type { Position } from '../model/order.ts';
import type { Resource } from '../resource/resource.ts';
import { selectionOf } from '../resource/selection.ts';
import { separate } from '../store/documents.ts';
import type { Page } from '../store/plan.ts';
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
  const items = new Map<string, unknown>();
  let after: Position | null = null;
  do {
    const page: Page = await store.ask('list', {
      ...selection,
      after,
      limit: ids.length,
      counted: false,
      facets: {},
    });
    for (const document of separate(page.documents)) {
      const item: { id: string } = JSON.parse(document);
      items.set(item.id, item);
    }
    after = page.next;
  } while (after !== null);
  return items;
}
