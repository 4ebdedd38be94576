/** How slowly a client may take a long answer: what it holds meanwhile is scarce. In milliseconds. */
export interface Pace {
  /** A client that takes nothing for so long has gone, or is made to go. */
  nothing: number;
  /** So long it may take over a mebibyte, before compression. */
  mebibyte: number;
  /** So long the whole answer may take. */
  whole: number;
}

export const usualPace: Pace = { nothing: 30_000, mebibyte: 60_000, whole: 15 * 60_000 };

const mebibyte = 2 ** 20;

/**
 * Passes chunks on. What it takes to make them is nobody's fault, so only the time until the next one is
 * asked for counts.
 * @param giveUp called once they are taken too slowly
 */
export async function* keepPace(
  chunks: AsyncIterable<Uint8Array>,
  pace: Pace,
  giveUp: () => void,
): AsyncGenerator<Uint8Array> {
  const end = setTimeout(giveUp, pace.whole);
  let left = pace.mebibyte;
  let taken = 0;
  let waiting: NodeJS.Timeout | undefined;
  try {
    for await (const chunk of chunks) {
      const given = performance.now();
      waiting = setTimeout(giveUp, left);
      yield chunk;
      clearTimeout(waiting);
      left -= performance.now() - given;
      taken += chunk.length;
      if (taken < mebibyte) continue;
      left = pace.mebibyte;
      taken = 0;
    }
  } finally {
    clearTimeout(waiting);
    clearTimeout(end);
  }
}
