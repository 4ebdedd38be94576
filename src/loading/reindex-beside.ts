import { Worker } from 'node:worker_threads';
import { createEndEarly, end } from './end-early.ts';
import type { Progress } from './reindex.ts';
import type { ReindexerData } from './reindex-worker.ts';

/** How often it is said how far it is. */
const tellingMs = 5_000;

/** Words that are made anew by a thread with a connection of its own, while others read and write. */
export interface ReindexBeside {
  /** Whether all is done, once it ends; or what went wrong. */
  done: Promise<boolean>;
  /** Ends it where it is; the next start begins from the beginning. */
  stop(): Promise<void>;
}

/** @param tell how far it is, every few seconds */
export function reindexBeside(location: string, tell: (progress: Progress) => void): ReindexBeside {
  const endEarly = createEndEarly();
  const worker = new Worker(new URL('./reindex-worker.ts', import.meta.url), {
    workerData: { location, endEarly } satisfies ReindexerData,
  });
  let stopped = false;
  let told = Number.NEGATIVE_INFINITY;
  worker.on('message', (progress: Progress) => {
    if (performance.now() - told < tellingMs) return;
    told = performance.now();
    tell(progress);
  });
  const done = new Promise<boolean>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => resolve(code === 0 && !stopped));
  });
  return {
    done,
    async stop() {
      stopped = true;
      await end(worker, endEarly);
    },
  };
}
