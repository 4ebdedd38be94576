import { createHistogram } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** A request, and which statuses are right answers to it beside 200. */
export interface Asking extends RequestInit {
  url: string;
  alsoRight?: readonly number[];
}

/** What came of all requests. */
export interface Tally {
  /** @returns the answer with its body read; null where there was none, or a wrong one */
  ask(asking: Asking): Promise<{ status: number; text: string } | null>;
  requests(): number;
  /** Of those that were answered at once: 99 in 100 took no longer, in milliseconds. */
  p99(): number;
  /** How many were told to come back later. */
  refused(): number;
  errors(): readonly string[];
}

const mostMs = 30_000;

export function createTally(address: string): Tally {
  const times = createHistogram();
  const errors: string[] = [];
  let requests = 0;
  let refused = 0;
  return {
    async ask({ url, alsoRight = [], ...init }) {
      const begin = performance.now();
      requests++;
      try {
        const response = await fetch(address + url, {
          ...init,
          signal: AbortSignal.timeout(mostMs),
        });
        const { status } = response;
        const text = await response.text();
        if (status === 503 && response.headers.has('retry-after')) {
          refused++;
          await setTimeout(100);
          return null;
        }
        times.record(Math.max(1, Math.round((performance.now() - begin) * 1000)));
        if (status === 200 || alsoRight.includes(status)) return { status, text };
        errors.push(`${status} to ${init.method ?? 'GET'} ${url}: ${text.slice(0, 300)}`);
      } catch (error) {
        const { message, cause } = error as Error;
        errors.push(`${message} (${cause}) of ${init.method ?? 'GET'} ${url}`);
      }
      return null;
    },
    requests: () => requests,
    p99: () => times.percentile(99) / 1000,
    refused: () => refused,
    errors: () => errors,
  };
}
