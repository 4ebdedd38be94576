import { setTimeout } from 'node:timers/promises';

/** What the server tells of itself meanwhile. */
export interface Watched {
  /** The longest time for which the event loop served nobody, in milliseconds. */
  longestStallMs: number;
  /** Resident memory: when, in hours since the begin, and how much, in MiB. */
  memory: [hours: number, mebibytes: number][];
}

const everyMs = 5_000;
/** Of the metric: it counts the time between two of its own looks. */
const resolutionMs = 10;

/** Asks for the metrics until it is aborted. */
export async function watch(address: string, ending: AbortSignal): Promise<Watched> {
  const watched: Watched = { longestStallMs: 0, memory: [] };
  const begin = performance.now();
  while (!ending.aborted) {
    await setTimeout(everyMs, undefined, { signal: ending }).catch(() => {});
    const metrics = await (await fetch(`${address}/metrics`)).text().catch(() => '');
    const gauge = (name: string) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN);
    // It begins anew whenever it was asked for.
    const stallMs = gauge('nodejs_eventloop_lag_max_seconds') * 1000 - resolutionMs;
    watched.longestStallMs = Math.max(watched.longestStallMs, stallMs || 0);
    const bytes = gauge('process_resident_memory_bytes');
    const hours = (performance.now() - begin) / 3_600_000;
    if (bytes > 0) watched.memory.push([hours, bytes / 2 ** 20]);
  }
  return watched;
}

/** By how much they grow an hour: the line through them with the least squares. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const meanOf = (values: number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;
  const [x, y] = [meanOf(points.map(([it]) => it)), meanOf(points.map(([, it]) => it))];
  const over = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  const under = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return over / under;
}
