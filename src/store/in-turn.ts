/** Runs works one after the other, each once those before it have ended, well or not. */
export interface Turns {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Once all that was given so far has ended. */
  ended(): Promise<unknown>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    },
    ended: () => last,
  };
}
