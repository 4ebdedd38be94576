import { factTypes } from '../resources.ts';
import { selectIds } from '../store/read/ids.ts';
import { findAllNotices } from '../store/write/notices.ts';
import type { Writing } from '../store/write/writing.ts';
import { loadInBatches } from './load-in-batches.ts';
import { batchSize, prepareFiles } from './prepare-files.ts';
import type { Prepared, PreparerData } from './prepare-worker.ts';
import { isOfArticle, type Load, type Loaded, storeBatch } from './store-batch.ts';

/** Files that are stored together in bulk, at most; at first, and otherwise, as many as are prepared together. */
const bulkSize = 500;
/** So many notices are told of articles that are loaded in bulk. */
const mostRemarked = 1000;
/** @param distinct whether ids are kept apart by knowing them, not by looking them up */
export async function loadInBulk(load: Load, distinct: boolean): Promise<Loaded> {
  const { store, files, stopping, restart } = load;
  const own = factTypes.filter(({ sharing }) => sharing === undefined).map(({ name }) => name);
  try {
    await store.writeBulk(
      async (writing, makeIndexes) => {
        const known = distinct ? await selectIds(writing, ['articles', ...own]) : null;
        const later = await storeAll(writing, load, files, known, true);
        await makeIndexes();
        if (later.length > 0) await storeAll(writing, load, later, null, false);
        const shared = factTypes.filter(({ sharing }) => sharing !== undefined);
        const tables = shared.map(({ name }) => name);
        load.remark?.(await findAllNotices(writing, tables, mostRemarked));
      },
      distinct ? own : [],
    );
    return 'all';
  } catch (error) {
    if (error === stopping?.reason) return 'none';
    if (!isOfArticle(error)) throw error;
    // All of it was taken back with the one that can't be stored; batch by batch, only that is left out.
    restart?.();
    return loadInBatches(load);
  }
}

/**
 * @param known ids that none of the files may have; null where they are looked up
 * @param puttingOff whether files that contradict others are left to be stored later, too
 * @returns the files that are to be stored later: that may have a known id, or one of a file before
 */
async function storeAll(
  writing: Writing,
  { loader, report, text, stopping }: Load,
  files: readonly string[],
  known: PreparerData['known'],
  puttingOff: boolean,
): Promise<string[]> {
  const loading = loader.begin({ distinct: known !== null, puttingOff });
  const later: string[] = [];
  let waiting: Prepared[] = [];
  const storeWaiting = async () => {
    const { outcomes, putOff } = await storeBatch(writing, loading, waiting);
    report(outcomes);
    later.push(...putOff);
    waiting = [];
  };
  // Few at first, so that there is something to store soon.
  let enough = batchSize;
  for await (const batch of prepareFiles(files, { text, known })) {
    stopping?.throwIfAborted();
    for (const prepared of batch)
      if (prepared.later) later.push(prepared.file);
      else waiting.push(prepared);
    if (waiting.length < enough) continue;
    enough = Math.min(2 * enough, bulkSize);
    await storeWaiting();
  }
  await storeWaiting();
  await loading.finish(writing);
  return later;
}
