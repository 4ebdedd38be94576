import { Tinypool } from 'tinypool';

/** Threads for what takes long and needs no database, while the event loop serves others. */
export interface Threads {
  /**
   * Calls a function of a module there, when its turn has come; what it takes and gives is copied.
   */
  run<Task, Result>(module: URL, name: string, task: Task): Promise<Result>;
  /** Ends them, whatever they do. */
  close(): Promise<void>;
}

/** So many there are. */
export const mostThreads = 2;

/** Runs some work when its turn has come. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A thread that nobody needs any more gives back what it holds. */
const idleMs = 30_000;

/**
 * They are started when they are needed.
 * @param inTurn runs no more than `mostThreads` works at once
 */
export function createThreads(inTurn: InTurn): Threads {
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: mostThreads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  });
  return {
    run: (module, name, task) => inTurn(() => pool.run(task, { filename: module, name })),
    close: () => pool.destroy(),
  };
}
