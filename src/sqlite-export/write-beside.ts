import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Store } from '../store/store.ts';
import type { WorkerAnswer, WorkerData } from './worker.ts';

/**
 * Writes all content as a file of plain tables at `path`, on a thread of its own.
 * @param signal ends it
 * @returns the mark of the state that it has
 */
export async function writeTablesBeside(
  store: Store,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const source = await store.shareWithThread();
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { source, path } satisfies WorkerData,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  try {
    const [answer]: [WorkerAnswer] = (await once(worker, 'message', { signal })) as never;
    if ('mark' in answer) return answer.mark;
    const { message, code } = answer.error;
    throw Object.assign(new Error(message), { code });
  } finally {
    await worker.terminate();
  }
}
