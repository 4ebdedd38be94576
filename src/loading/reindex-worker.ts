import { parentPort, workerData } from 'node:worker_threads';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { openStore } from '../store/open-store.ts';
import { type EndEarly, isToEnd } from './end-early.ts';
import { reindex } from './reindex.ts';

/** As long as a step takes, about: who writes meanwhile waits for no more than one. */
const pauseMs = 25;

/** What the thread is given at its start. */
export interface ReindexerData {
  location: string;
  endEarly: EndEarly;
}

const { location, endEarly }: ReindexerData = workerData;
const store = await openStore(location, inPackage('migrations'));
for await (const progress of reindex(store, factTypes, pauseMs)) {
  parentPort?.postMessage(progress);
  if (isToEnd(endEarly)) break;
}
await store.close();
