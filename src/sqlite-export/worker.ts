import { parentPort, workerData } from 'node:worker_threads';
import { resources } from '../resources.ts';
import { takeSnapshotOf } from '../store/open-store.ts';
import type { SharedSource } from '../store/store.ts';
import { writeTables } from './write-tables.ts';

/** What the thread is given at its start. */
export interface WorkerData {
  source: SharedSource;
  /** Where to write the file. */
  path: string;
}

/**
 * That the file is open; and then the mark of the state that was written, or what went wrong: an error
 * loses its code between threads.
 */
export type WorkerAnswer =
  | { opened: true }
  | { mark: string }
  | { error: { code: string; message: string } };

const { source, path }: WorkerData = workerData;
parentPort?.postMessage(await write());

async function write(): Promise<WorkerAnswer> {
  try {
    const snapshot = await takeSnapshotOf(source);
    try {
      const opened = () => parentPort?.postMessage({ opened: true } satisfies WorkerAnswer);
      return { mark: await writeTables(snapshot, resources, path, opened) };
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return { error: { code, message } };
  }
}
