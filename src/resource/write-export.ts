import type { Selection } from '../store/plan.ts';
import { readAll } from '../store/read/read-all.ts';
import type { Snapshot, Store } from '../store/store.ts';
import { byteOrderMark, type Format } from './formats.ts';
import type { Resource } from './resource.ts';
import { selectionOf } from './selection.ts';

/** Everything that was selected of a resource, in pieces; nothing piles up, however much it is. */
export async function* writeExport(
  snapshot: Snapshot,
  { csvColumns }: Resource,
  selection: Selection,
  format: Format,
  bom: boolean,
): AsyncGenerator<string> {
  let before = (bom ? byteOrderMark : '') + format.begin(csvColumns);
  for await (const documents of readAll(snapshot, selection)) {
    yield before + format.write(csvColumns, documents);
    before = '';
  }
  // Where there is nothing, the columns are told all the same.
  if (before !== '') yield before;
}

/** All of a resource, in its usual order and in pieces, from one state of the store. */
export async function* exportAll(
  store: Store,
  resource: Resource,
  format: Format,
  bom: boolean,
): AsyncGenerator<string> {
  const [order = { columns: [] }] = Object.values(resource.orders);
  const everything = selectionOf(resource, { filters: [], q: null, order, descending: false });
  const snapshot = await store.takeSnapshot();
  try {
    yield* writeExport(snapshot, resource, everything, format, bom);
  } finally {
    await snapshot.close();
  }
}
