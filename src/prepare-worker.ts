import { parentPort } from 'node:worker_threads';
import { createBundleLoader } from './bundle/load.ts';
import type { Bundle } from './bundle/schema.ts';
import { InputError, parseJson, readText } from './input.ts';
import type { Fault } from './model/fault.ts';
import { factTypes } from './resources.ts';
import type { ArticleToStore } from './store/article.ts';

/** A file, ready to be stored, or what is wrong with it. */
export interface Prepared {
  file: string;
  article: ArticleToStore | null;
  faults: readonly Fault[];
}

const loader = createBundleLoader(factTypes);

// The thread ends when nobody listens to it any more.
parentPort?.on('message', (files: readonly string[]) =>
  parentPort?.postMessage(files.map(prepareFile)),
);

function prepareFile(file: string): Prepared {
  try {
    const value = parseJson(file, readText(file));
    const faults = loader.check(value);
    return { file, article: faults.length > 0 ? null : loader.prepare(value as Bundle), faults };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { file, article: null, faults: [{ pointer: '', detail: error.message }] };
  }
}
