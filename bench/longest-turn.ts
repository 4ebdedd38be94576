import type { FastifyInstance, InjectOptions } from 'fastify';

/** What came of one request. */
export interface Outcome {
  place: string;
  status: number;
  /** Longest turn of the event loop until the answer was there, in milliseconds. */
  longest: number;
  /** The most that a turn took of the processor, in milliseconds: much else may run on the machine. */
  processor: number;
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
  return first.processor < second.processor ? first : second;
}

async function time(app: FastifyInstance, place: string, request: InjectOptions): Promise<Outcome> {
  let [longest, processor] = [0, 0];
  const begin = performance.now();
  let last = begin;
  let used = process.threadCpuUsage();
  let isRunning = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    const { user, system } = process.threadCpuUsage(used);
    processor = Math.max(processor, (user + system) / 1000);
    last = now;
    used = process.threadCpuUsage();
    if (isRunning) setImmediate(tick);
  };
  setImmediate(tick);
  const { statusCode } = await app.inject(request);
  isRunning = false;
  tick();
  return { place, status: statusCode, longest, processor, total: last - begin };
}

export function printOutcomes(title: string, outcomes: readonly Outcome[]): void {
  console.log(
    `\n${title}\n\n| request | status | longest turn (ms) | of the processor | answer (ms) |\n| --- | --- | --- | --- | --- |`,
  );
  for (const { place, status, longest, processor, total } of outcomes)
    console.log(
      `| ${place.replaceAll('|', '\\|').slice(0, 200)} | ${status} | ${longest.toFixed(1)} | ${processor.toFixed(1)} | ${total.toFixed(0)} |`,
    );
}
