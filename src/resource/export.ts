import { readAll, type Selection } from '../store/lists.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { byteOrderMark, type Format } from './formats.ts';
import type { Resource } from './resource.ts';

/** Everything that was selected of a resource, in pieces; nothing piles up, however much it is. */
export async function* writeExport(
  snapshot: Snapshot,
  { table }: Resource,
  selection: Selection,
  format: Format,
  bom: boolean,
): AsyncGenerator<string> {
  let before = (bom ? byteOrderMark : '') + format.begin(table);
  for await (const documents of readAll(snapshot, selection)) {
    yield before + format.write(table, documents);
    before = '';
  }
}
