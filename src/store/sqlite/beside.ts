import { Worker } from 'node:worker_threads';
import { type Asker, createFairTurns } from '../fair-turns.ts';
import type { Answered, Answers, Question } from '../read/answer.ts';
import type { Bounds } from '../read/runner.ts';
import type { BesideAnswer, BesideData, BesideQuestion } from './beside-worker.ts';

/** Threads that answer what takes long, each on a connection of its own, while the loop serves others. */
export interface Beside {
  /**
   * @throws Overloaded where too many wait already, and whoever asks has the most waiting
   * @throws Abandoned where whoever asked has gone before it began
   */
  ask<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
    asker?: Asker,
  ): Promise<Answered<Name>>;
  /** Lets what is under way end and closes the connections; whoever asks again opens others. */
  close(): Promise<void>;
}

const mostThreads = 2;

interface UnderWay {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  underWay: UnderWay | null;
}

/** @param path of the database, a file */
export function createBeside(path: string, bounds: Bounds): Beside {
  const turns = createFairTurns(mostThreads);
  let threads: Thread[] = [];
  return {
    ask: <Name extends Question>(question: Name, plan: Answers[Name]['plan'], asker?: Asker) =>
      turns.run(() => askThread({ question, plan }) as Promise<Answered<Name>>, asker),
    async close() {
      await turns.ended();
      const ended = threads;
      threads = [];
      await Promise.all(ended.map(({ worker }) => worker.terminate()));
    },
  };

  /** There are as many threads as are asked at once. */
  function askThread(asked: BesideQuestion): Promise<unknown> {
    const thread = threads.find(({ underWay }) => underWay === null) ?? startThread();
    return new Promise((resolve, reject) => {
      thread.underWay = { resolve, reject };
      thread.worker.postMessage(asked);
      // As long as somebody waits for it, the process doesn't end.
      thread.worker.ref();
    });
  }

  function startThread(): Thread {
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
    });
    worker.on('error', (error) => {
      threads = threads.filter((it) => it !== thread);
      finish(thread)?.reject(error);
    });
    threads.push(thread);
    return thread;
  }

  function finish(thread: Thread): UnderWay | null {
    const { underWay } = thread;
    thread.underWay = null;
    thread.worker.unref();
    return underWay;
  }
}
