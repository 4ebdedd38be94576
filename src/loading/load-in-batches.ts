import type { Writing } from '../store/write/writing.ts';
import { prepareFiles } from './prepare-files.ts';
import type { Prepared } from './prepare-worker.ts';
import {
  type FileOutcome,
  isOfArticle,
  type Load,
  type Loaded,
  storeBatch,
} from './store-batch.ts';
import { whileBusy } from './while-busy.ts';

export async function loadInBatches(load: Load): Promise<Loaded> {
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
