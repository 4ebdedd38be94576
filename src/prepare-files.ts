import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Prepared, PreparerData } from './prepare-worker.ts';

/** Files that are prepared together. */
export const batchSize = 100;
/** So many batches are prepared while others are stored: as many as are stored together in bulk, twice. */
const batchesAhead = 16;

/**
 * The files as they are to be stored, or what is wrong with them, batch by batch. A file that takes more
 * memory than there is ends the thread that prepares it; then those of its batch get one each.
 */
export async function* prepareFiles(
  files: readonly string[],
  data: PreparerData,
): AsyncGenerator<Prepared[]> {
  let done = 0;
  while (done < files.length) {
    try {
      for await (const batch of prepareInThread(files.slice(done), data)) {
        done += batch.length;
        yield batch;
      }
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      const batch = files.slice(done, done + batchSize);
      done += batch.length;
      for (const file of batch) yield [await prepareAlone(file, data)];
    }
  }
}

async function prepareAlone(file: string, data: PreparerData): Promise<Prepared> {
  try {
    for await (const [prepared] of prepareInThread([file], data))
      if (prepared !== undefined) return prepared;
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
  }
  const detail = 'takes more memory to check than there is';
  return { file, article: null, faults: [{ pointer: '', detail }], later: false };
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function* prepareInThread(
  files: readonly string[],
  workerData: PreparerData,
): AsyncGenerator<Prepared[]> {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  try {
    let sent = 0;
    const send = () => {
      if (sent >= files.length) return;
      worker.postMessage(files.slice(sent, sent + batchSize));
      sent += batchSize;
    };
    const answers = on(worker, 'message');
    for (let ahead = 0; ahead < batchesAhead; ahead++) send();
    for (let done = 0; done < files.length; done += batchSize) {
      const answer = answers.next();
      send();
      const [prepared] = (await answer).value as [Prepared[]];
      // Where batches wait already, nothing else would let a signal through.
      await setImmediate();
      yield prepared;
    }
  } finally {
    await worker.terminate();
  }
}
