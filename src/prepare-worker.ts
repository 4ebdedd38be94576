import { parentPort, workerData } from 'node:worker_threads';
import { createBundleLoader } from './bundle/load.ts';
import type { Bundle } from './bundle/schema.ts';
import { readJsonFile } from './input.ts';
import type { Fault } from './model/fault.ts';
import { factTypes } from './resources.ts';
import type { ArticleToStore } from './store/article.ts';

/** A file, ready to be stored, or what is wrong with it. */
export interface Prepared {
  file: string;
  article: ArticleToStore | null;
  faults: readonly Fault[];
}

/** What the thread is given at its start. */
export interface PreparerData {
  /** The text of the one article there is. */
  text: string | undefined;
}

const { text } = workerData as PreparerData;
const loader = createBundleLoader(factTypes);

// The thread ends when nobody listens to it any more.
parentPort?.on('message', (files: readonly string[]) =>
  parentPort?.postMessage(files.map(prepareFile)),
);

function prepareFile(file: string): Prepared {
  const { value, faults: unusable } = readJsonFile(file);
  const faults = unusable.length > 0 ? unusable : loader.check(value, text);
  return { file, article: faults.length > 0 ? null : loader.prepare(value as Bundle), faults };
}
