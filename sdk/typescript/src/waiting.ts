/** Resolves after so many milliseconds; rejects with the reason of the signal where that comes first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/**
 * How many milliseconds to wait before asking again; null where that is of no use.
 * @param attempt how often it was asked before, from 0
 */
export function delayOf({ status, headers }: Response, attempt: number): number | null {
  if (status !== 429 && status !== 503) return null;
  const told = headers.get('retry-after');
  // Without a word of the server: half a second, twice as long each time, spread so that clients don’t come together.
  if (told === null) return 500 * 2 ** attempt * (0.5 + Math.random());
  const seconds = Number(told);
  const delay = Number.isNaN(seconds) ? Date.parse(told) - Date.now() : seconds * 1000;
  return Number.isNaN(delay) ? null : Math.max(0, delay);
}
