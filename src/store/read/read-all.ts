import { setImmediate } from 'node:timers/promises';
import type { Position } from '../../model/order.ts';
import type { Page, Selection } from '../plan.ts';
import type { Snapshot } from '../snapshot.ts';

/** Everything of a selection, some documents at a time; in between, others have their turn. */
export async function* readAll(
  snapshot: Pick<Snapshot, 'ask'>,
  selection: Selection,
): AsyncGenerator<readonly string[]> {
  let after: Position | null = null;
  do {
    const page: Page = await snapshot.ask('batch', { selection, after });
    if (page.documents.length > 0) yield page.documents;
    after = page.next;
    await setImmediate();
  } while (after !== null);
}
