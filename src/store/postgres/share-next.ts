/**
 * The same question with one answer for many: whoever asks while one is under way, which may have looked already,
 * gets the next one's.
 */
export function shareNext<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let current: Promise<Result> | null = null;
  let next: Promise<Result> | null = null;
  const begin = () => {
    next = null;
    const begun = ask().finally(() => {
      if (current === begun) current = null;
    });
    current = begun;
    return begun;
  };
  return () => {
    if (current === null) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
}
