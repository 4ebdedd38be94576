/** Results that are being worked out; who needs the same meanwhile waits for it. */
export interface UnderWay<Result> {
  /** What somebody works out already: the result, or undefined where there is none to share. */
  find(key: string): Promise<Result | undefined> | undefined;
  /** To be called where nothing was found. Whoever calls it has to call what it gives, once or more often. */
  begin(key: string): Finish<Result>;
}

/** Ends the waiting of all others: with the result, or without one; from the second time on without effect. */
export type Finish<Result> = (result?: Result) => void;

export function createUnderWay<Result>(): UnderWay<Result> {
  const promises = new Map<string, Promise<Result | undefined>>();
  return {
    find: (key) => promises.get(key),
    begin(key) {
      const { promise, resolve } = Promise.withResolvers<Result | undefined>();
      promises.set(key, promise);
      return (result) => {
        // Somebody may have begun the same again.
        if (promises.get(key) === promise) promises.delete(key);
        resolve(result);
      };
    },
  };
}
