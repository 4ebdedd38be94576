import {
  type BundleLoader,
  createBundleLoader,
  type Loading,
  type Outcome,
} from '../bundle/load.ts';
import type { Notice } from '../model/notice.ts';
import { factTypes } from '../resources.ts';
import { selectIds } from '../store/read/ids.ts';
import type { Store } from '../store/store.ts';
import { explainEngineError, StoreError } from '../store/store-error.ts';
import { findAllNotices } from '../store/write/notices.ts';
import type { Writing } from '../store/write/writing.ts';
import { batchSize, prepareFiles } from './prepare-files.ts';
import type { Prepared, PreparerData } from './prepare-worker.ts';
import { whileBusy } from './while-busy.ts';

/** What became of a file. */
export interface FileOutcome {
  file: string;
  outcome: Outcome;
  /** What looks wrong in it, where it is stored. */
  notices: readonly Notice[];
}

/** Files that are stored together in bulk, at most; at first, and otherwise, as many as are prepared together. */
const bulkSize = 500;
/** So many files, and more than are stored already, are loaded in bulk. */
const leastBulk = 1000;
/** So many notices are told of articles that are loaded in bulk. */
const mostRemarked = 1000;
/** The ids that so many articles have are known to whoever prepares others. */
const mostKnown = 1000;

export interface LoadOptions {
  /** The text of the article, where there is one file, to verify its mentions against. */
  text?: string | undefined;
  /** Comes when somebody wants it to end; what is being stored is brought to its end or taken back. */
  stopping?: AbortSignal;
  /** Whether an article that looks wrong is refused. */
  strict?: boolean | undefined;
  /** Called with what looks wrong among articles, where very many are stored at once. */
  remark?: (notices: readonly Notice[]) => void;
  /** Called where nothing of what was reported is stored after all: it is loaded anew, in another way. */
  restart?: () => void;
}

/** Of the files all are stored; or it was stopped, and those that were reported are, or none. */
export type Loaded = 'all' | 'reported' | 'none';

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

interface Load extends LoadOptions {
  store: Store;
  loader: BundleLoader;
  files: readonly string[];
  report: (outcomes: readonly FileOutcome[]) => void;
}

async function loadInBatches(load: Load): Promise<Loaded> {
  const { files, report, text, stopping, strict } = load;
  for await (const batch of prepareFiles(files, { text, known: null })) {
    // What is refused for how it looks is taken back with its transaction, so each has its own.
    for (const together of strict ? batch.map((prepared) => [prepared]) : [batch]) {
      if (stopping?.aborted) return 'reported';
      report(await storeTogether(load, together));
    }
  }
  return 'all';
}

/** In one transaction; where one of them can't be stored, in several, so that only that one is left out. */
async function storeTogether(load: Load, batch: readonly Prepared[]): Promise<FileOutcome[]> {
  const { store, loader, strict } = load;
  const storeIt = async (writing: Writing) => {
    const loading = loader.begin();
    const { outcomes } = await storeBatch(writing, loading, batch);
    await loading.finish(writing);
    for (const [index, outcome] of outcomes.entries()) {
      const article = batch[index]?.article;
      if (article && typeof outcome.outcome === 'string')
        outcome.notices = await loading.findNotices(writing, article);
    }
    if (strict && outcomes.some(({ notices }) => notices.length > 0))
      throw new LooksWrong(outcomes);
    return outcomes;
  };
  try {
    return await whileBusy(() => store.write(storeIt));
  } catch (error) {
    if (error instanceof LooksWrong) return error.refused;
    if (!isOfArticle(error)) throw error;
    const [only, ...others] = batch;
    if (only === undefined) throw error;
    if (others.length === 0) {
      const detail = `can't be stored: ${(error as Error).message}`;
      return [{ file: only.file, outcome: [{ pointer: '', detail }], notices: [] }];
    }
    const middle = Math.ceil(batch.length / 2);
    const first = await storeTogether(load, batch.slice(0, middle));
    return [...first, ...(await storeTogether(load, batch.slice(middle)))];
  }
}

/** Takes back what is only right by the rules; its notices become faults. */
class LooksWrong extends Error {
  readonly refused: FileOutcome[];

  constructor(outcomes: readonly FileOutcome[]) {
    super('what looks wrong is not stored');
    this.refused = outcomes.map(({ file, notices }) => ({ file, outcome: notices, notices: [] }));
  }
}

/** Whether it lies in what is stored that this can't be done: other articles may be stored all the same. */
function isOfArticle(error: unknown): boolean {
  return !(error instanceof StoreError) && explainEngineError(error) === null;
}

/** @param distinct whether ids are kept apart by knowing them, not by looking them up */
async function loadInBulk(load: Load, distinct: boolean): Promise<Loaded> {
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

/** What became of files, and which of them are to be stored later. */
interface Stored {
  outcomes: FileOutcome[];
  putOff: string[];
}

async function storeBatch(
  writing: Writing,
  loading: Loading,
  batch: readonly Prepared[],
): Promise<Stored> {
  const articles = batch.flatMap(({ article }) => (article === null ? [] : [article]));
  const effects = await loading.load(writing, articles);
  const stored = new Map(articles.map((article, index) => [article, effects[index]]));
  const outcomes: FileOutcome[] = [];
  const putOff: string[] = [];
  for (const { file, article, faults } of batch) {
    const outcome = (article && stored.get(article)) ?? faults;
    if (outcome === 'put off') putOff.push(file);
    else outcomes.push({ file, outcome, notices: article?.notices ?? [] });
  }
  return { outcomes, putOff };
}
