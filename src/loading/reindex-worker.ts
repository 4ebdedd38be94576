import { parentPort, workerData } from 'node:worker_threads';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { openStore } from '../store/open-store.ts';
import { reindex } from './reindex.ts';

/** As long as a step takes, about: who writes meanwhile waits for no more than one. */
const pauseMs = 25;

const { location } = workerData as { location: string };
const store = await openStore(location, inPackage('migrations'));
for await (const progress of reindex(store, factTypes, pauseMs)) parentPort?.postMessage(progress);
await store.close();
