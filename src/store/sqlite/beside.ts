import { Worker } from 'node:worker_threads';
import type { Answered, Answers, Question } from '../read/answer.ts';
import type { Bounds } from '../read/runner.ts';
import { Abandoned, Overloaded } from '../store-error.ts';
import type { BesideAnswer, BesideData, BesideQuestion } from './beside-worker.ts';

/** Threads that answer what takes long, each on a connection of its own, while the loop serves others. */
export interface Beside {
  /**
   * @throws Overloaded where too many wait already
   * @throws Abandoned where whoever asked has gone before it began
   */
  ask<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
    isGone?: () => boolean,
  ): Promise<Answered<Name>>;
  /** Lets what is under way end and closes the connections; whoever asks again opens others. */
  close(): Promise<void>;
}

const mostThreads = 2;
/** So many questions wait at most: who comes later wouldn't wait for so long. */
const mostWaiting = 64;

interface Waiting extends BesideQuestion {
  isGone(): boolean;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  underWay: Waiting | null;
}

/** @param path of the database, a file */
export function createBeside(path: string, bounds: Bounds): Beside {
  const waiting: Waiting[] = [];
  let threads: Thread[] = [];
  let idle = () => {};
  return {
    ask: (question, plan, isGone = () => false) =>
      new Promise((resolve, reject) => {
        dropAbandoned();
        if (waiting.length >= mostWaiting) throw new Overloaded();
        waiting.push({ question, plan, isGone, resolve: resolve as Waiting['resolve'], reject });
        work();
      }),
    async close() {
      while (waiting.length > 0 || threads.some(({ underWay }) => underWay !== null))
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
      const ended = threads;
      threads = [];
      await Promise.all(ended.map(({ worker }) => worker.terminate()));
    },
  };

  /** Who has gone would get an answer that others have to wait for. */
  function dropAbandoned(): void {
    const gone = waiting.filter(({ isGone }) => isGone());
    for (const one of gone) {
      waiting.splice(waiting.indexOf(one), 1);
      one.reject(new Abandoned());
    }
  }

  /** Gives what waits to threads that have nothing to do. */
  function work(): void {
    dropAbandoned();
    while (waiting.length > 0) {
      const thread = threads.find(({ underWay }) => underWay === null) ?? startThread();
      if (thread === null) return;
      thread.underWay = waiting.shift() ?? null;
      const { question, plan } = thread.underWay ?? {};
      thread.worker.postMessage({ question, plan });
      // As long as somebody waits for it, the process doesn't end.
      thread.worker.ref();
    }
    if (threads.every(({ underWay }) => underWay === null)) idle();
  }

  function startThread(): Thread | null {
    if (threads.length >= mostThreads) return null;
    const worker = new Worker(new URL('./beside-worker.ts', import.meta.url), {
      workerData: { path, bounds } satisfies BesideData,
      // What it answers is small; left to itself, it would keep more than it needs.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread = { worker, underWay: null };
    worker.on('message', (message: BesideAnswer) => {
      const asked = finish(thread);
      if ('error' in message) asked?.reject(message.error);
      else asked?.resolve(message);
      work();
    });
    worker.on('error', (error) => {
      threads = threads.filter((it) => it !== thread);
      finish(thread)?.reject(error);
      work();
    });
    threads.push(thread);
    return thread;
  }

  function finish(thread: Thread): Waiting | null {
    const { underWay } = thread;
    thread.underWay = null;
    thread.worker.unref();
    return underWay;
  }
}
