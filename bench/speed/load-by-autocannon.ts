import { readFileSync } from 'node:fs';
import autocannon, { type Result } from 'autocannon';
import type { Outcome } from './figures.ts';

// The same as load.lua does in wrk: CONNECTIONS SECONDS ADDRESS FILE once|again [NAME VALUE]

const [connections = '', seconds = '', url = '', file = '', mode, name, value] =
  process.argv.slice(2);
const paths = readFileSync(file, 'utf8').trimEnd().split('\n');
const headers = name === undefined ? {} : { [name]: value ?? '' };
const begin = performance.now();
let [connection, answers, end] = [0, 0, 0];

const { promise, resolve, reject } = Promise.withResolvers<Result>();
const load = autocannon(
  {
    url,
    connections: Number(connections),
    duration: Number(seconds),
    headers,
    setupClient(client) {
      // Each connection has paths of its own, or all would ask for the same at the same time.
      const own = paths.filter((_, index) => index % Number(connections) === connection);
      client.setRequests((own.length > 0 ? own : paths).map((path) => ({ path })));
      connection++;
    },
  },
  (error, result) => (error ? reject(error) : resolve(result)),
);
load.on('response', () => {
  answers++;
  if (mode !== 'once' || answers < paths.length || end > 0) return;
  end = performance.now();
  load.stop?.();
});
const { errors, non2xx, statusCodeStats, throughput, latency } = await promise;
const notModified = statusCodeStats?.['304']?.count ?? 0;
const outcome: Outcome = {
  answers,
  seconds: ((end || performance.now()) - begin) / 1000,
  bytes: throughput.total,
  failed: errors + non2xx - notModified,
  median: latency.p50,
  p99: latency.p99,
};
console.log(`outcome ${JSON.stringify(outcome)}`);
