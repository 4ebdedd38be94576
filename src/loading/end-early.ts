import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** What a thread is given at its start, to look at between two pieces of its work. */
export type EndEarly = SharedArrayBuffer;

export function createEndEarly(): EndEarly {
  return new SharedArrayBuffer(1);
}

export function isToEnd(endEarly: EndEarly): boolean {
  return new Uint8Array(endEarly)[0] === 1;
}

/** A thread that waits, as for somebody else's lock, has so long to end by itself. */
const waitMs = 5_000;

/**
 * Has a thread end by itself. One that compresses mustn't be terminated: where Node (26.10) is just making what
 * compresses, that ends the whole process.
 */
export async function end(worker: Worker, endEarly: EndEarly): Promise<void> {
  const hasEnded = worker.threadId === -1;
  if (hasEnded) return;
  new Uint8Array(endEarly)[0] = 1;
  const ended = once(worker, 'exit', { signal: AbortSignal.timeout(waitMs) });
  // It may have nothing to do.
  worker.postMessage([]);
  await ended.catch(() => worker.terminate());
}
