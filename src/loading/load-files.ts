import { createBundleLoader } from '../bundle/load.ts';
import { factTypes } from '../resources.ts';
import type { Store } from '../store/store.ts';
import { loadInBatches } from './load-in-batches.ts';
import { loadInBulk } from './load-in-bulk.ts';
import type { FileOutcome, Loaded, LoadOptions } from './store-batch.ts';

/** So many files, and more than are stored already, are loaded in bulk. */
const leastBulk = 1000;
/** The ids that so many articles have are known to whoever prepares others. */
const mostKnown = 1000;

/**
 * Loads files of bundles, each checked; one that is faulty, or can't be stored, is left out. They are read
 * and checked in a thread of their own while those before them are stored: in batches, each a transaction;
 * or, where they are more than what is there, in one. Then files that contradict others are stored behind
 * them; and, where there is little yet, ids aren't looked up one by one: files that may repeat one come
 * behind the others, too.
 * @param report called for each batch, after it is stored
 */
export async function loadFiles(
  store: Store,
  files: readonly string[],
  report: (outcomes: readonly FileOutcome[]) => void,
  options: LoadOptions = {},
): Promise<Loaded> {
  const { articles: stored = 0 } = await store.ask('counts', { tables: ['articles'] });
  const loader = createBundleLoader(factTypes);
  const load = { store, loader, files, report, ...options };
  return options.strict || files.length < leastBulk || files.length < stored
    ? loadInBatches(load)
    : loadInBulk(load, stored <= mostKnown);
}
