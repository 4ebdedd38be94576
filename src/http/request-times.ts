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

/** A request that has got its answer. */
interface Answered {
  method: string;
  route: string;
  statusCode: number;
  milliseconds: number;
}

/** How long requests take, as plain numbers: there is a bounded number of kinds, whatever is asked for. */
export interface Times {
  count(answered: Answered): void;
  /** The kinds met so far. */
  kinds(): Iterable<RequestTimes>;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

export function createTimes(): Times {
  // By route, method and class of the status: a text of all three would be made for each request.
  const all = new Map<string, Map<string, RequestTimes[]>>();

  return {
    count,
    *kinds() {
      for (const methods of all.values())
        for (const classes of methods.values()) yield* Object.values(classes);
    },
  };

  function count({ method, route, statusCode, milliseconds }: Answered): void {
    const times = find(methods.has(method) ? method : 'other', route, statusCode);
    const seconds = milliseconds / 1000;
    let bucket = 0;
    while (seconds > (bucketEnds[bucket] ?? Number.POSITIVE_INFINITY)) bucket++;
    times.counts[bucket] = (times.counts[bucket] ?? 0) + 1;
    times.sum += seconds;
  }

  function find(method: string, route: string, statusCode: number): RequestTimes {
    const ofRoute = all.getOrInsertComputed(route, () => new Map());
    const ofMethod = ofRoute.getOrInsertComputed(method, () => []);
    const statusClass = Math.floor(statusCode / 100);
    ofMethod[statusClass] ??= {
      method,
      route,
      status: `${statusClass}xx`,
      counts: Array(bucketEnds.length + 1).fill(0),
      sum: 0,
    };
    return ofMethod[statusClass];
  }
}
