import type { FastifyInstance, InjectOptions } from 'fastify';

/** What came of one request. */
export interface Outcome {
  place: string;
  status: number;
  /** Longest turn of the event loop until the answer was there, in milliseconds. */
  longest: number;
  /** Until the answer was there, in milliseconds. */
  total: number;
}

/** How long a request holds the event loop. The quicker of two: what else the machine does is not the request's. */
export async function measureTurn(
  app: FastifyInstance,
  place: string,
  request: InjectOptions,
): Promise<Outcome> {
  const first = await time(app, place, request);
  // Another address for the same, so that no kept answer is given.
  const url = String(request.url);
  const again = { ...request, url: `${url}${url.includes('?') ? '&' : '?'}` };
  const second = await time(app, place, again);
  return first.longest < second.longest ? first : second;
}

async function time(app: FastifyInstance, place: string, request: InjectOptions): Promise<Outcome> {
  let longest = 0;
  const begin = performance.now();
  let last = begin;
  let isRunning = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isRunning) setImmediate(tick);
  };
  setImmediate(tick);
  const { statusCode } = await app.inject(request);
  isRunning = false;
  tick();
  return { place, status: statusCode, longest, total: last - begin };
}

export function printOutcomes(title: string, outcomes: readonly Outcome[]): void {
  console.log(
    `\n${title}\n\n| request | status | longest turn (ms) | answer (ms) |\n| --- | --- | --- | --- |`,
  );
  for (const { place, status, longest, total } of outcomes)
    console.log(
      `| ${place.replaceAll('|', '\\|').slice(0, 200)} | ${status} | ${longest.toFixed(1)} | ${total.toFixed(0)} |`,
    );
}
