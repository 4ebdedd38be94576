import { Tinypool } from 'tinypool';
import {
  type BundleWriter,
  type Change,
  createBundleWriter,
  type Put,
} from '../bundle/write-bundles.ts';
import { ProblemError } from '../http/problem.ts';
import { unavailable, unusable } from '../http/problems.ts';
import type { FactType } from '../resource/resource.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Outcome, WriterData } from './write-worker.ts';

/** So many changes wait at most, each with a body of some megabytes. */
const mostWaiting = 32;

/**
 * Writes in a thread of its own, one change after the other: reading a large bundle, storing it, and waiting
 * for another process's lock hold up nobody who reads. It is started for the first change. Where no other thread
 * can open the store, writes in this one.
 */
export function createWriter(store: Store, factTypes: readonly FactType[]): BundleWriter {
  const { location } = store;
  if (location === null) return createBundleWriter(store, factTypes);
  const underWay = new Set<Promise<Outcome>>();
  let started: ReturnType<typeof startThread> | undefined;
  const run = async (name: string, task: Change | Put) => {
    checkStore(store);
    started ??= startThread(location);
    const { pool } = started;
    if (pool.queueSize >= mostWaiting)
      throw unavailable('Too many changes are waiting to be stored already.');
    const change: Promise<Outcome> = pool.run(task, { name });
    underWay.add(change);
    const outcome = await change.finally(() => underWay.delete(change));
    // Whoever has the answer finds in the next one what was stored: what was known before is asked anew.
    await store.revision();
    if (outcome.problem === undefined) return outcome.stored;
    const { slug, detail, errors, headers } = outcome.problem;
    throw new ProblemError(slug, detail, errors, headers);
  };
  return {
    async put(put) {
      const stored = await run('put', put);
      if (stored === null) throw new Error('nothing was told of a bundle that was put');
      return stored;
    },
    async remove(change) {
      await run('remove', change);
    },
    async close() {
      // One that compresses mustn't be terminated (`end-early.ts`).
      await Promise.allSettled([started?.ready, ...underWay]);
      await started?.pool.destroy();
    },
  };
}

/** What reading has noticed of the database keeps it from being opened to write, which might wait for long. */
function checkStore(store: Store): void {
  try {
    store.check();
  } catch (error) {
    throw error instanceof StoreError ? unusable() : error;
  }
}

function startThread(location: string) {
  const pool = new Tinypool({
    filename: new URL('./write-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    // While it waits for work it has to notice that a connection to the database was lost.
    useAtomics: false,
    workerData: { location } satisfies WriterData,
    // Left to itself, it would keep more than it needs.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  // A thread that is ended while it loads the engine would take the process with it.
  const ready = pool.run(null, { name: 'getReady' });
  ready.catch(() => {});
  return { pool, ready };
}
