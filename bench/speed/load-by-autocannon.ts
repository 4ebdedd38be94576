import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { Outcome } from './figures.ts';

// The same as load.lua does in wrk: CONNECTIONS SECONDS ADDRESS FILE once|again [NAME VALUE]

const [connections = '', seconds = '', url = '', file = '', mode, name, value] =
  process.argv.slice(2);
const paths = readFileSync(file, 'utf8').trimEnd().split('\n');
const headers = name === undefined ? {} : { [name]: value ?? '' };
const times: number[] = [];
/** How many of its paths each connection hasn't got an answer to yet. */
const left = new Map<unknown, number>();
let [connection, bytes, failed] = [0, 0, 0];

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
      left.set(client, own.length);
    },
  },
  finish,
);
const begin = performance.now();
load.on('reqError', () => failed++);
load.on('response', (client, status, length, milliseconds) => {
  times.push(milliseconds);
  bytes += length;
  if (status >= 400) failed++;
  const rest = (left.get(client) ?? 0) - 1;
  left.set(client, rest);
  // It would begin its paths anew; the others are nearly as far.
  if (mode === 'once' && rest <= 0) finish();
});

function finish(): void {
  const seconds = (performance.now() - begin) / 1000;
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  const answers = times.length;
  const outcome: Outcome = { answers, seconds, bytes, failed, median: at(0.5), p99: at(0.99) };
  console.log(`outcome ${JSON.stringify(outcome)}`);
  process.exit();
}
