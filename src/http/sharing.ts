import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { Asker } from './asker.ts';
import type { Answer, KeptAnswers, SentAnswer } from './kept-answers.ts';
import { createUnderWay, type Finish } from './under-way.ts';

/** How many requests for content were answered with a kept answer, or another one's, and how many weren't. */
export interface CacheUse {
  hits: number;
  misses: number;
}

/** Tells each state of the content from every other one. */
export interface Marks {
  mark(): Promise<string>;
  /** Without asking, where this turn of the event loop has asked already. */
  knownMark(): string | undefined;
}

/** Whoever made a request, and what was read for it since. */
interface Asking {
  asker: Asker;
  /** The marks that its reads have seen. */
  seen: Set<string>;
}

/** An answer made of content that has to be worked out. */
export interface Asked extends Asking {
  key: string;
  /** The mark of the content when it was asked for. */
  mark: string;
  /** Gives the answer to whoever waits for the same one, or lets them go on by themselves. */
  finish?: Finish<Answer>;
}

/**
 * Answers made of content, by keys that tell all that they depend on beside it. They are kept as long as
 * nothing was written since they were read; one that many ask for at the same time is worked out once.
 */
export interface Sharing {
  /** Gives the mark of the content as it is; where that can't be read, `goOn` will meet the same fault and tell of it. */
  withMark(goOn: () => void, work: (mark: string) => void): void;
  findKept(key: string, mark: string): Answer | undefined;
  /** To be called where none is kept. Whoever works it out has to call `finish`, however that ends. */
  waitOrWorkOut(
    wanted: { key: string; mark: string; asker: Asker; response: ServerResponse },
    answer: (answer: Answer) => void,
    workOut: (asked: Asked) => void,
  ): void;
  /** Runs what works it out: the reads in there tell which marks they see, and for whom they are. */
  run<Result>(asked: Asked, work: () => Result): Result;
  /** Runs what answers a request for anything else: for whom its reads are is all that is told. */
  runFor<Result>(asker: Asker, work: () => Result): Result;
  /**
   * Ends the waiting of others, with this answer and keeping it, unless it is of several states of the content.
   * @param isWhole otherwise others are to work it out again
   */
  share(asked: Asked, isWhole: boolean, sent: Omit<SentAnswer, 'mark'>): Answer;
  /** To be told by each read of content which mark its own snapshot has. */
  noteMark(mark: string): void;
  /** To be asked by each read of content: whoever made the request that it is for. */
  askerNow(): Asker | undefined;
}

export function createSharing(content: Marks, answers: KeptAnswers): Sharing {
  const underWay = createUnderWay<Answer>();
  const askedFor = new AsyncLocalStorage<Asking>();
  return {
    withMark(goOn, work) {
      const known = content.knownMark();
      if (known !== undefined) work(known);
      else content.mark().then(work, () => goOn());
    },
    findKept(key, mark) {
      const kept = answers.get(key);
      return kept?.mark === mark ? kept : undefined;
    },
    waitOrWorkOut({ key, mark, asker, response }, answer, workOut) {
      const asked: Asked = { key, mark, seen: new Set(), asker };
      const awaited = `${mark} ${key}`;
      const made = underWay.find(awaited);
      // What can't be shared is its asker's alone: an error, a stream, what was broken off.
      if (made !== undefined) made.then((it) => (it === undefined ? workOut(asked) : answer(it)));
      // Whoever has gone already may never be answered.
      else if (asker.isGone()) workOut(asked);
      else {
        const finish = underWay.begin(awaited);
        // However this one ends, nobody waits for it any longer.
        response.once('close', () => finish());
        workOut({ ...asked, finish });
      }
    },
    run: (asked, work) => askedFor.run(asked, work),
    runFor: (asker, work) => askedFor.run({ asker, seen: new Set() }, work),
    share({ key, seen, finish }, isWhole, sent) {
      const [mark = ''] = seen;
      const answer = answers.hold(key, { mark, ...sent });
      const isShared = isWhole && seen.size === 1;
      if (isShared) answers.keep(key, answer);
      finish?.(isShared ? answer : undefined);
      return answer;
    },
    noteMark: (mark) => void askedFor.getStore()?.seen.add(mark),
    askerNow: () => askedFor.getStore()?.asker,
  };
}
