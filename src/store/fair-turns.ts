import { Abandoned, Overloaded } from './store-error.ts';

/** Whoever an answer is for. */
export interface Asker {
  /** Those who wait take turns by this, as an address. */
  readonly name: string;
  /** Whether the answer isn't waited for any longer. */
  isGone(): boolean;
}

/**
 * Runs so many works at once. What comes then waits, and those who ask take turns: each of them waits for one
 * work of each other one, however many these have asked for.
 */
export interface FairTurns {
  /**
   * @throws Overloaded where too many wait: whoever has the most waiting is refused, the last of it first
   * @throws Abandoned where whoever asked has gone before its turn came
   */
  run<Result>(work: () => Promise<Result>, asker?: Asker): Promise<Result>;
  /** How many wait. */
  waiting(): number;
  /** Once nothing runs or waits. */
  ended(): Promise<void>;
}

interface Waiting {
  asker: Asker;
  begin(): void;
  refuse(reason: Error): void;
}

/** So many wait at most: who comes later wouldn't wait for so long. */
const usualMostWaiting = 64;

/** The program itself, or somebody who can't be told from others. */
const anybody: Asker = { name: '', isGone: () => false };

export function createFairTurns(atOnce: number, mostWaiting = usualMostWaiting): FairTurns {
  /** What waits, by asker: the one whose turn is next comes first. */
  const queues = new Map<string, Waiting[]>();
  let running = 0;
  const whenIdle: (() => void)[] = [];

  function waiting(): number {
    let count = 0;
    for (const queue of queues.values()) count += queue.length;
    return count;
  }

  /** Who has gone would be answered while others wait. */
  function dropAbandoned(): void {
    for (const [name, queue] of queues) {
      const gone = queue.filter(({ asker }) => asker.isGone());
      if (gone.length === 0) continue;
      for (const one of gone) one.refuse(new Abandoned());
      const left = queue.filter((it) => !gone.includes(it));
      if (left.length === 0) queues.delete(name);
      else queues.set(name, left);
    }
  }

  function wait(one: Waiting): void {
    const { name } = one.asker;
    const own = queues.get(name) ?? [];
    if (waiting() >= mostWaiting) {
      const [longest = own] = [...queues.values()].sort((a, b) => b.length - a.length);
      if (longest.length <= own.length) throw new Overloaded();
      longest.pop()?.refuse(new Overloaded());
    }
    own.push(one);
    queues.set(name, own);
  }

  function beginNext(): void {
    dropAbandoned();
    while (running < atOnce) {
      const [next] = queues;
      if (next === undefined) break;
      const [name, queue] = next;
      const one = queue.shift();
      // The others' turns come first.
      queues.delete(name);
      if (queue.length > 0) queues.set(name, queue);
      running++;
      one?.begin();
    }
    if (running === 0) for (const go of whenIdle.splice(0)) go();
  }

  return {
    async run(work, asker = anybody) {
      await new Promise<void>((begin, refuse) => {
        dropAbandoned();
        wait({ asker, begin, refuse });
        beginNext();
      });
      try {
        return await work();
      } finally {
        running--;
        beginNext();
      }
    },
    waiting,
    async ended() {
      while (running > 0 || queues.size > 0)
        await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}
