import { setImmediate } from 'node:timers/promises';
import type { Position } from '../../model/order.ts';
import { separate } from '../documents.ts';
import type { Page, Selection } from '../plan.ts';
import type { Snapshot } from '../store.ts';

/** Everything of a selection, some documents at a time; in between, others have their turn. */
export async function* readAll(
  snapshot: Pick<Snapshot, 'ask'>,
  selection: Selection,
): AsyncGenerator<readonly string[]> {
  let after: Position | null = null;
  do {
    const page: Page = await snapshot.ask('batch', { selection, after });
    if (page.documents.lengths.length > 0) yield separate(page.documents);
    after = page.next;
    await setImmediate();
  } while (after !== null);
}
