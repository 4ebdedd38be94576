import { readAll } from '../store/read/read-all.ts';
import type { Store } from '../store/store.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { ndjson } from './ndjson.ts';
import type { Resource } from './resource.ts';
import { selectionOf } from './selection.ts';
import { xlsx } from './xlsx.ts';

/** In the order of the documentation. */
export const formats: readonly Format[] = [csv, ndjson, xlsx];

/** All of a resource, in its usual order and in pieces, from one state of the store. */
export async function* exportAll(
  store: Store,
  resource: Resource,
  format: Format,
  bom: boolean,
): AsyncGenerator<string | Uint8Array> {
  const { name, csvColumns, orders } = resource;
  const [order = { columns: [] }] = Object.values(orders);
  const everything = selectionOf(resource, {
    filters: [],
    not: [],
    q: null,
    order,
    descending: false,
  });
  const snapshot = await store.takeSnapshot();
  try {
    yield* format.write({ name, csvColumns, bom }, readAll(snapshot, everything));
  } finally {
    await snapshot.close();
  }
}
