import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf, text } from './support/article.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
let server: TestServer;
beforeAll(async () => {
  // Two at once, and nearly everything takes long.
  const bounds = { few: 0, tried: 1, fewFacts: 0, ranked: 0 };
  const path = inject('postgres') ? {} : { path: join(folder, 'facts.db') };
  server = await startServer([bundleOf('a'), bundleOf('b')], { ...path, bounds, connections: 2 });
});
afterAll(async () => {
  await stopServer(server);
  rmSync(folder, { recursive: true });
});

/**
 * So many requests, each another one, so that none is given another one's answer.
 * @param by which facets; others in each test, as answers are kept
 */
function listings(count: number, by: string) {
  return Array.from({ length: count }, (_, index) => ({
    url: `/v1/quotes?count=exact&limit=${index + 1}&facets=${by}`,
  }));
}

type Asked = { url: string; method?: 'POST'; payload?: object };

/** Asks everything at once. @returns who got an answer, one after the other, and what status */
async function askAll(asked: readonly (readonly [address: string, Asked])[]) {
  const answers: [address: string, status: number][] = [];
  const each = asked.map(async ([remoteAddress, request]) => {
    const { statusCode } = await server.ask({ ...request, remoteAddress });
    answers.push([remoteAddress, statusCode]);
  });
  await Promise.all(each);
  return answers;
}

const one = '192.0.2.1';
const other = '192.0.2.2';

test('while one address asks fifty times for what takes long, another one is answered before most of these', async () => {
  const fifty = listings(50, 'kind').map((it) => [one, it] as const);
  const [modest] = listings(1, 'speaker').map((it) => [other, it] as const);
  if (modest === undefined) throw new Error('there is one');
  const answers = await askAll([...fifty, modest]);
  expect(answers.map(([, status]) => status)).toEqual(Array(51).fill(200));
  expect(answers.findIndex(([address]) => address === other)).toBeLessThan(25);
});

test('where an address asks for more than may wait, it is refused, and nobody else', async () => {
  const many = listings(90, 'article').map((it) => [one, it] as const);
  const few = listings(5, 'article,speaker').map((it) => [other, it] as const);
  const answers = await askAll([...many, ...few]);
  const statusesOf = (name: string) =>
    answers.filter(([address]) => address === name).map(([, status]) => status);
  expect(new Set(statusesOf(one))).toEqual(new Set([200, 503]));
  expect(statusesOf(other)).toEqual(Array(5).fill(200));
});

test('the addresses of one IPv6 network of 64 bits are one', async () => {
  const many = listings(50, 'polarity').map(
    (it, index) => [`2001:db8:0:1::${index.toString(16)}`, it] as const,
  );
  const few = listings(2, 'polarity,speaker').map((it) => ['2001:db8:0:2::1', it] as const);
  const answers = await askAll([...many, ...few]);
  const places = answers.flatMap(([address], index) =>
    address === '2001:db8:0:2::1' ? index : [],
  );
  expect(Math.max(...places)).toBeLessThan(25);
});

test('texts to be verified take turns in the same way', async () => {
  const verification = (index: number) => ({
    method: 'POST' as const,
    url: '/v1/articles/a/verification',
    payload: { text: `${text}\n${'The mayor met the council. '.repeat(1000 + index)}` },
  });
  const many = Array.from({ length: 40 }, (_, index) => [one, verification(index)] as const);
  const answers = await askAll([...many, [other, verification(0)]]);
  const place = answers
    .filter(([, status]) => status === 200)
    .findIndex(([address]) => address === other);
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(16);
});

test('what an agent’s tool asks for is asked for by the agent’s address', async () => {
  const askers: (string | undefined)[] = [];
  const store: Store = {
    ...server.store,
    ask(question, plan, options) {
      askers.push(options?.asker?.name);
      return server.store.ask(question, plan, options);
    },
  };
  const app = await buildApp({ config: { logLevel: 'silent' }, store, longestTurnMs: 0 });
  onTestFinished(() => app.close());
  const called = await app.inject({
    method: 'POST',
    url: '/mcp',
    remoteAddress: other,
    headers: { accept: 'application/json, text/event-stream', host: 'localhost' },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'who_said', arguments: { q: 'bridge' } },
    },
  });
  expect(called.statusCode, called.body).toBe(200);
  expect(askers.length).toBeGreaterThan(0);
  expect(new Set(askers)).toEqual(new Set([other]));
});
