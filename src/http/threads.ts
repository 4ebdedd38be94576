import { Tinypool } from 'tinypool';
import { unavailable } from './problems.ts';

/** Threads for what takes long and needs no database, while the event loop serves others. */
export interface Threads {
  /**
   * Calls a function of a module there; what it takes and gives is copied.
   * @throws ProblemError where too many wait already
   */
  run<Task, Result>(module: URL, name: string, task: Task): Promise<Result>;
  /** Ends them, whatever they do. */
  close(): Promise<void>;
}

const most = 2;
/** So many wait at most: who comes later would wait for too long. */
const mostWaiting = 32;
/** A thread that nobody needs any more gives back what it holds. */
const idleMs = 30_000;

/** They are started when they are needed. */
export function createThreads(): Threads {
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: most,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  });
  return {
    async run(module, name, task) {
      if (pool.queueSize >= mostWaiting)
        throw unavailable('Too many requests that take long are waiting already.');
      return pool.run(task, { filename: module, name });
    },
    close: () => pool.destroy(),
  };
}
