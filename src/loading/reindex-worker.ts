import { parentPort, workerData } from 'node:worker_threads';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { readMigrations } from '../store/sqlite/migrate.ts';
import { openStore } from '../store/sqlite/open.ts';
import { reindex } from './reindex.ts';

/** As long as a step takes, about: who writes meanwhile waits for no more than one. */
const pauseMs = 25;

const { path } = workerData as { path: string };
const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
for await (const progress of reindex(store, factTypes, pauseMs)) parentPort?.postMessage(progress);
await store.close();
