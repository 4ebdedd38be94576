import type { Asker } from '../fair-turns.ts';
import type { Answered, Answers, Question } from '../read/answer.ts';

/** What is asked in another way than each for itself. */
export type Ways = {
  [Name in Question]?: (plan: Answers[Name]['plan'], asker?: Asker) => Promise<Answered<Name>>;
};

/** So many at most: together they have no more bytes than a list or two. */
const mostTogether = 32;

/** Reads the items of a table with these ids. */
type ReadItems = (
  table: string,
  ids: readonly string[],
  asker: Asker | undefined,
) => Promise<Answered<'items'>>;

/**
 * Reads by one statement what is asked for in one turn of the event loop, as each statement costs about as much as
 * thirty items. Each asker has statements of their own, so that these take turns with those of others.
 */
export function readTogether(read: ReadItems): NonNullable<Ways['item']> {
  const batches = new Map<string, Batch>();
  return async ({ table, id }, asker) => {
    const key = JSON.stringify([table, asker?.name]);
    const batch = batches.get(key) ?? begin(key, table);
    batch.ids.add(id);
    if (asker !== undefined) batch.askers.push(asker);
    if (batch.ids.size === mostTogether) batches.delete(key);
    const { answer, state } = await batch.answered;
    return { answer: answer.get(id) ?? null, state };
  };

  function begin(key: string, table: string): Batch {
    const { promise, resolve } = Promise.withResolvers<Answered<'items'>>();
    const batch: Batch = { ids: new Set(), askers: [], answered: promise };
    batches.set(key, batch);
    setImmediate(() => {
      if (batches.get(key) === batch) batches.delete(key);
      resolve(read(table, [...batch.ids], togetherAs(batch.askers)));
    });
    return batch;
  }
}

interface Batch {
  ids: Set<string>;
  askers: Asker[];
  answered: Promise<Answered<'items'>>;
}

/** They have one name, and are gone when all of them are. */
function togetherAs(askers: readonly Asker[]): Asker | undefined {
  const [first] = askers;
  return first && { name: first.name, isGone: () => askers.every((it) => it.isGone()) };
}
