import { parentPort, workerData } from 'node:worker_threads';
import { createBundleLoader } from '../bundle/load.ts';
import type { PreparedArticle } from '../bundle/prepare.ts';
import { readBundleFile } from '../input.ts';
import type { Fault } from '../model/fault.ts';
import { factTypes } from '../resources.ts';
import { type EndEarly, isToEnd } from './end-early.ts';
import { createSeen, type Seen } from './seen.ts';

/** A file, ready to be stored, or what is wrong with it. */
export interface Prepared {
  file: string;
  article: PreparedArticle | null;
  faults: readonly Fault[];
  /** It may have an id that is stored, or that a file before it has: to be prepared again when those are stored. */
  later: boolean;
}

/** What the thread is given at its start. */
export interface PreparerData {
  /** The text of the one article there is. */
  text: string | undefined;
  /** The ids that are stored, each behind the name of its table: see `Prepared.later`. Null where all files are prepared. */
  known: readonly string[] | null;
  endEarly: EndEarly;
}

const { text, known, endEarly } = workerData as PreparerData;
const seen = known === null ? null : createSeen();
for (const id of known ?? []) seen?.add(id);
const loader = createBundleLoader(factTypes);

parentPort?.on('message', (files: readonly string[]) => {
  const prepared: Prepared[] = [];
  for (const file of files) {
    if (isToEnd(endEarly)) break;
    prepared.push(prepareFile(file));
  }
  if (isToEnd(endEarly)) parentPort?.close();
  else parentPort?.postMessage(prepared);
});

function prepareFile(file: string): Prepared {
  const { bundle, faults, notices } = readBundleFile(file, loader, text);
  if (bundle === null) return { file, article: null, faults, later: false };
  try {
    const article = loader.prepare(bundle, notices);
    const later = seen !== null && hasSeen(article, seen);
    return { file, article: later ? null : article, faults, later };
  } catch (error) {
    const detail = `can't be prepared: ${(error as Error).message}`;
    return { file, article: null, faults: [{ pointer: '', detail }], later: false };
  }
}

/** Whether one of its ids may have been there before; from now on, all have. */
function hasSeen({ id, facts }: PreparedArticle, seen: Seen): boolean {
  let found = seen.add(`articles/${id}`);
  for (const { table, ids } of facts)
    for (const fact of ids) if (seen.add(`${table}/${fact}`)) found = true;
  return found;
}
