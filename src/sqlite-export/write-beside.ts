import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Store } from '../store/store.ts';
import type { WorkerAnswer, WorkerData } from './worker.ts';

/**
 * Writes all content as a file of plain tables at `path`, on a thread of its own.
 * @param signal ends it
 * @param opened called once the path is needed no more
 * @returns the mark of the state that it has
 */
export async function writeTablesBeside(
  store: Store,
  path: string,
  signal: AbortSignal,
  opened: () => void = () => {},
): Promise<string> {
  const source = await store.shareWithThread();
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { source, path } satisfies WorkerData,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  try {
    for await (const [answer] of on(worker, 'message', { signal }) as AsyncIterable<
      [WorkerAnswer]
    >) {
      if ('mark' in answer) return answer.mark;
      if ('error' in answer) {
        const { message, code } = answer.error;
        throw Object.assign(new Error(message), { code });
      }
      opened();
    }
    throw new Error('the thread ended without an answer');
  } finally {
    await worker.terminate();
  }
}
