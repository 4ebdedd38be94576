import type { BundleLoader, Loading, Outcome } from '../bundle/load.ts';
import type { Notice } from '../model/notice.ts';
import type { Store } from '../store/store.ts';
import { explainEngineError, StoreError } from '../store/store-error.ts';
import type { Writing } from '../store/write/writing.ts';
import type { Prepared } from './prepare-worker.ts';

/** What became of a file. */
export interface FileOutcome {
  file: string;
  outcome: Outcome;
  /** What looks wrong in it, where it is stored. */
  notices: readonly Notice[];
}

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

/** Files that are being loaded. */
export interface Load extends LoadOptions {
  store: Store;
  loader: BundleLoader;
  files: readonly string[];
  report: (outcomes: readonly FileOutcome[]) => void;
}

/** Of the files all are stored; or it was stopped, and those that were reported are, or none. */
export type Loaded = 'all' | 'reported' | 'none';

/** What became of files, and which of them are to be stored later. */
interface Stored {
  outcomes: FileOutcome[];
  putOff: string[];
}

export async function storeBatch(
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

/** Whether it lies in what is stored that this can't be done: other articles may be stored all the same. */
export function isOfArticle(error: unknown): boolean {
  return !(error instanceof StoreError) && explainEngineError(error) === null;
}
