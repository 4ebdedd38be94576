import type { FastifyInstance, onResponseHookHandler } from 'fastify';

/** Upper ends of the buckets that durations fall into, in seconds; above the last there is one more. */
export const bucketEnds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** The requests of one kind, counted by duration. */
export interface RequestTimes {
  /** One that some path has, or `other`. */
  method: string;
  /** The pattern of the path, or `unknown`. */
  route: string;
  /** Class of the status, as `2xx`. */
  status: string;
  /** How many fell into each bucket. */
  counts: number[];
  /** Of all durations, in seconds. */
  sum: number;
}

/**
 * Measures how long each request takes until its answer is handed over. There is a bounded number of
 * kinds, whatever is asked for. To be called before the routes: each has its own place to count at, as
 * looking it up would cost a kept answer a twentieth of its time.
 * @returns the kinds met so far
 */
export function registerRequestTimes(app: FastifyInstance): readonly RequestTimes[] {
  const all: RequestTimes[] = [];
  const observers = new Map<string, onResponseHookHandler>();
  const observerOf = (route: string) => {
    const known = observers.get(route) ?? createObserver(route, all);
    observers.set(route, known);
    return known;
  };

  app.addHook('onRoute', (options) => {
    const observe = observerOf(options.url === '*' ? 'unknown' : options.url);
    const others = [options.onResponse ?? []].flat();
    // The route for HEAD comes with the hooks of that for GET.
    if (!others.includes(observe)) options.onResponse = [...others, observe];
  });
  const observeUnknown = observerOf('unknown');
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404)
      reply.raw.once('finish', () => observeUnknown.call(app, request, reply, () => {}));
    done();
  });
  return all;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

function createObserver(route: string, all: RequestTimes[]): onResponseHookHandler {
  const byMethod = new Map<string, RequestTimes[]>();
  return ({ method }, reply, done) => {
    const statusClass = Math.floor(reply.statusCode / 100);
    const times = byMethod.get(method)?.[statusClass] ?? meet(method, statusClass);
    const seconds = reply.elapsedTime / 1000;
    let bucket = 0;
    while (seconds > (bucketEnds[bucket] ?? Number.POSITIVE_INFINITY)) bucket++;
    times.counts[bucket] = (times.counts[bucket] ?? 0) + 1;
    times.sum += seconds;
    done();
  };

  function meet(method: string, statusClass: number): RequestTimes {
    const known = methods.has(method) ? method : 'other';
    const byStatus = byMethod.get(known) ?? [];
    byMethod.set(known, byStatus).set(method, byStatus);
    const times = byStatus[statusClass] ?? {
      method: known,
      route,
      status: `${statusClass}xx`,
      counts: Array(bucketEnds.length + 1).fill(0),
      sum: 0,
    };
    if (byStatus[statusClass] === undefined) all.push(times);
    byStatus[statusClass] = times;
    return times;
  }
}
