import type { Answered } from '../read/answer.ts';

/** So many at most: together they have no more bytes than a list or two. */
const mostTogether = 32;

/** Reads the items of a table with these ids. */
type ReadItems = (table: string, ids: readonly string[]) => Promise<Answered<'items'>>;

/**
 * Reads by one statement what is asked for in one turn of the event loop, as each statement costs about as much as
 * thirty items.
 */
export function readTogether(
  read: ReadItems,
): (table: string, id: string) => Promise<Answered<'item'>> {
  const batches = new Map<string, Batch>();
  return async (table, id) => {
    const batch = batches.get(table) ?? begin(table);
    batch.ids.add(id);
    if (batch.ids.size === mostTogether) batches.delete(table);
    const { answer, state } = await batch.answered;
    return { answer: answer.get(id) ?? null, state };
  };

  function begin(table: string): Batch {
    const ids = new Set<string>();
    const { promise, resolve } = Promise.withResolvers<Answered<'items'>>();
    const batch = { ids, answered: promise };
    batches.set(table, batch);
    setImmediate(() => {
      if (batches.get(table) === batch) batches.delete(table);
      resolve(read(table, [...ids]));
    });
    return batch;
  }
}

interface Batch {
  ids: Set<string>;
  answered: Promise<Answered<'items'>>;
}
