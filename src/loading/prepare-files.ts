import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createEndEarly, end } from './end-early.ts';
import type { Prepared, PreparerData } from './prepare-worker.ts';

/** Files that are prepared together. */
export const batchSize = 100;
/** So many batches are prepared while others are stored: as many as are stored together in bulk, twice. */
const batchesAhead = 16;

/** The files as they are to be stored, or what is wrong with them, batch by batch. */
export async function* prepareFiles(
  files: readonly string[],
  data: Omit<PreparerData, 'endEarly'>,
): AsyncGenerator<Prepared[]> {
  const endEarly = createEndEarly();
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
    workerData: { ...data, endEarly } satisfies PreparerData,
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
    await end(worker, endEarly);
  }
}
