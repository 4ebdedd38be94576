import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { FindAsker } from './asker.ts';
import type { Front } from './front.ts';
import { tooManyRequests } from './problems.ts';

/** How often one address may read. */
export interface ReadLimit {
  most: number;
  /** Within so many seconds from the first of these requests on. */
  seconds: number;
}

interface Window {
  count: number;
  /** By the clock of `performance`, in milliseconds. */
  end: number;
}

/** The addresses that asked last; who comes from more than these is a matter of a firewall. */
const mostAddresses = 10_000;

/** What tells of the limit, as draft-ietf-httpapi-ratelimit-headers-11 has it. */
export const limitHeaders = ['RateLimit-Policy', 'RateLimit'] as const;

/**
 * Counts what each address reads, before a kept answer is given, and refuses what is too much with 429. Each
 * answer tells how much is left. Health, metrics, and what writes, which needs a key, aren't counted.
 */
export function limitReading(
  front: Front,
  { most, seconds }: ReadLimit,
  findAsker: FindAsker,
): void {
  const windows = new LRUCache<string, Window>({ max: mostAddresses });
  const [policyHeader, limitHeader] = limitHeaders;
  const policy = `"read";q=${most};w=${seconds}`;

  function windowOf(request: IncomingMessage, response: ServerResponse): Window {
    const { name } = findAsker(request, response);
    const now = performance.now();
    const known = windows.get(name);
    if (known !== undefined && known.end > now) return known;
    const begun = { count: 0, end: now + seconds * 1000 };
    windows.set(name, begun);
    return begun;
  }

  front.guard((request, response) => {
    if (!isLimited(request)) return null;
    const window = windowOf(request, response);
    window.count++;
    const left = Math.max(0, most - window.count);
    const wait = Math.max(1, Math.ceil((window.end - performance.now()) / 1000));
    response.setHeader(policyHeader, policy);
    response.setHeader(limitHeader, `"read";r=${left};t=${wait}`);
    return window.count <= most ? null : tooManyRequests(wait);
  });
}

const reading = new Set(['GET', 'HEAD', 'POST']);

function isLimited({ method = '', url = '' }: IncomingMessage): boolean {
  return reading.has(method) && !/^\/(?:health\/|metrics(?:\?|$))/.test(url);
}
