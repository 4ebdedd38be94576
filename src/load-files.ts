import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type BundleLoader,
  createBundleLoader,
  type Loading,
  type Outcome,
} from './bundle/load.ts';
import type { Prepared, PreparerData } from './prepare-worker.ts';
import { factTypes } from './resources.ts';
import type { Queries } from './store/connection.ts';
import type { Store } from './store/open.ts';
import { countRows, selectIds } from './store/pages.ts';
import { whileBusy } from './while-busy.ts';

/** What became of a file. */
export interface FileOutcome {
  file: string;
  outcome: Outcome;
}

/** Files that are prepared together, and stored together: one transaction, or a part of it in bulk. */
const batchSize = 100;
const bulkSize = 500;
/** So many batches are prepared while others are stored: as many as are stored together in bulk, twice. */
const batchesAhead = 16;
/** So many files, and more than are stored already, are loaded in bulk. */
const leastBulk = 1000;
/** The ids that so many articles have are known to whoever prepares others. */
const mostKnown = 1000;

export interface LoadOptions {
  /** The text of the article, where there is one file, to verify its mentions against. */
  text?: string | undefined;
  /** Comes when somebody wants it to end; what is being stored is brought to its end or taken back. */
  stopping?: AbortSignal;
}

/** Of the files all are stored; or it was stopped, and those that were reported are, or none. */
export type Loaded = 'all' | 'reported' | 'none';

/**
 * Loads files of bundles, each checked; one that is faulty is left out. They are read and checked in a
 * thread of their own while those before them are stored: in batches, each a transaction; or, where
 * they are more than what is there, in one. Where there is little yet, ids aren't looked up one by one:
 * files that may repeat one are stored behind the others.
 * @param report called for each batch, after it is stored
 */
export async function loadFiles(
  store: Store,
  files: readonly string[],
  report: (outcomes: readonly FileOutcome[]) => void,
  options: LoadOptions = {},
): Promise<Loaded> {
  const stored = await store.read((queries) =>
    countRows(queries, { table: 'articles', conditions: [] }),
  );
  const loader = createBundleLoader(factTypes);
  const load = { store, loader, files, report, ...options };
  return files.length < leastBulk || files.length < stored
    ? loadInBatches(load)
    : loadInBulk(load, stored <= mostKnown);
}

interface Load extends LoadOptions {
  store: Store;
  loader: BundleLoader;
  files: readonly string[];
  report: (outcomes: readonly FileOutcome[]) => void;
}

async function loadInBatches({
  store,
  loader,
  files,
  report,
  text,
  stopping,
}: Load): Promise<Loaded> {
  for await (const batch of prepareFiles(files, { text, known: null })) {
    if (stopping?.aborted) return 'reported';
    const storeIt = async (queries: Queries) => {
      const loading = loader.begin();
      const outcomes = await storeBatch(queries, loading, batch);
      await loading.settle(queries);
      return outcomes;
    };
    report(await whileBusy(() => store.write(storeIt)));
  }
  return 'all';
}

/** @param distinct whether ids are kept apart by knowing them, not by looking them up */
async function loadInBulk(load: Load, distinct: boolean): Promise<Loaded> {
  const { store, files, stopping } = load;
  const own = factTypes.filter(({ sharing }) => sharing === undefined).map(({ name }) => name);
  try {
    await store.writeBulk(
      async (queries, makeIndexes) => {
        const known = distinct ? await selectIds(queries, ['articles', ...own]) : null;
        const later = await storeAll(queries, load, files, known);
        await makeIndexes();
        if (later.length > 0) await storeAll(queries, load, later, null);
      },
      distinct ? own : [],
    );
    return 'all';
  } catch (error) {
    if (error !== stopping?.reason) throw error;
    return 'none';
  }
}

/**
 * @param known ids that none of the files may have; null where all are stored
 * @returns the files that may have one of them, or of a file before
 */
async function storeAll(
  queries: Queries,
  { loader, report, text, stopping }: Load,
  files: readonly string[],
  known: PreparerData['known'],
): Promise<string[]> {
  const loading = loader.begin(null, known !== null);
  const later: string[] = [];
  let waiting: Prepared[] = [];
  // Few at first, so that there is something to store soon.
  let enough = batchSize;
  for await (const batch of prepareFiles(files, { text, known })) {
    stopping?.throwIfAborted();
    for (const prepared of batch)
      if (prepared.later) later.push(prepared.file);
      else waiting.push(prepared);
    if (waiting.length < enough) continue;
    enough = Math.min(2 * enough, bulkSize);
    report(await storeBatch(queries, loading, waiting));
    waiting = [];
  }
  report(await storeBatch(queries, loading, waiting));
  await loading.settle(queries);
  return later;
}

async function storeBatch(
  queries: Queries,
  loading: Loading,
  batch: readonly Prepared[],
): Promise<FileOutcome[]> {
  const articles = batch.flatMap(({ article }) => (article === null ? [] : [article]));
  const outcomes = await loading.load(queries, articles);
  const stored = new Map(articles.map((article, index) => [article, outcomes[index]]));
  return batch.map(({ file, article, faults }) => ({
    file,
    outcome: (article && stored.get(article)) ?? faults,
  }));
}

/** The files as they are to be stored, or what is wrong with them, batch by batch. */
async function* prepareFiles(
  files: readonly string[],
  workerData: PreparerData,
): AsyncGenerator<Prepared[]> {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  try {
    let sent = 0;
    const send = () => {
      if (sent >= files.length) return;
      worker.postMessage(files.slice(sent, sent + batchSize));
      sent += batchSize;
    };
    const answers = on(worker, 'message');
    for (let ahead = 0; ahead < batchesAhead; ahead++) send();
    for (let done = 0; done < files.length; done += batchSize) {
      const answer = answers.next();
      send();
      const [prepared] = (await answer).value as [Prepared[]];
      // Where batches wait already, nothing else would let a signal through.
      await setImmediate();
      yield prepared;
    }
  } finally {
    await worker.terminate();
  }
}
