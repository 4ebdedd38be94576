import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { Config } from '../src/config.ts';
import { inPackage } from '../src/package.ts';
import { openStore } from '../src/store/open-store.ts';
import { bundleOf } from './support/article.ts';
import { load } from './support/server.ts';

/** A server that believes X-Forwarded-For, so that clients can have any address. */
async function listen(readLimit: Config['readLimit']) {
  const store = await openStore(':memory:', inPackage('migrations'));
  await load(store, [bundleOf('a')]);
  const app = await buildApp({
    config: { logLevel: 'silent', readLimit, trustProxy: ['127.0.0.1'] },
    store,
    longestTurnMs: 0,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return async (path: string, address = '192.0.2.1', init: RequestInit = {}) => {
    const headers = { ...init.headers, 'x-forwarded-for': address };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
    return {
      status: response.status,
      headers: response.headers,
      limit: response.headers.get('ratelimit')?.replace(/t=\d+$/, 't=…') ?? null,
      body: await response.text(),
    };
  };
}

const threeAnHour = { most: 3, seconds: 3600 };

test('without a limit no answer tells of one, and nobody is refused', async () => {
  const ask = await listen(null);
  for (let count = 0; count < 5; count++) {
    const { status, headers, limit } = await ask('/v1/quotes');
    expect([status, limit, headers.get('ratelimit-policy')]).toEqual([200, null, null]);
    expect(headers.get('access-control-expose-headers')).not.toMatch(/ratelimit/i);
  }
});

test('each answer says how much is left, and what is too much is refused until the time is over', async () => {
  const ask = await listen(threeAnHour);
  const answers = [];
  // The second and third are kept answers, and the fourth would be.
  for (let count = 0; count < 4; count++) answers.push(await ask('/v1/quotes'));
  expect(answers.map(({ status, limit }) => [status, limit])).toEqual([
    [200, '"read";r=2;t=…'],
    [200, '"read";r=1;t=…'],
    [200, '"read";r=0;t=…'],
    [429, '"read";r=0;t=…'],
  ]);
  for (const { headers } of answers) {
    expect(headers.get('ratelimit-policy')).toBe('"read";q=3;w=3600');
    expect(headers.get('ratelimit')).toMatch(/;t=3(?:600|5\d\d)$/);
  }
  const refused = answers[3];
  expect(refused?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(JSON.parse(refused?.body ?? '')).toMatchObject({ type: '/problems/too-many-requests' });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3000);
});

test('a page of another origin can read how much is left, and when to come back', async () => {
  const ask = await listen({ most: 1, seconds: 3600 });
  const inPage = { headers: { origin: 'https://news.example' } };
  for (const status of [200, 429, 429]) {
    const answer = await ask('/v1/quotes', undefined, inPage);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const exposed = answer.headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining(['Retry-After', 'RateLimit', 'RateLimit-Policy']),
    );
  }
});

test('a 304, a HEAD, an error, a page and a text to verify count as any other request', async () => {
  const ask = await listen({ most: 6, seconds: 3600 });
  const first = await ask('/v1/quotes');
  const etag = first.headers.get('etag') ?? '';
  const text = JSON.stringify({ text: 'Nothing.' });
  const json = { 'content-type': 'application/json' };
  const limits = [
    await ask('/v1/quotes', undefined, { headers: { 'if-none-match': etag } }),
    await ask('/v1/quotes', undefined, { method: 'HEAD' }),
    await ask('/v1/quotes?kind=nothing'),
    await ask('/quotes', undefined, { headers: { accept: 'text/html' } }),
    await ask('/v1/articles/a/verification', undefined, {
      method: 'POST',
      headers: json,
      body: text,
    }),
  ];
  expect(limits.map(({ status, limit }) => [status, limit])).toEqual([
    [304, '"read";r=4;t=…'],
    [200, '"read";r=3;t=…'],
    [400, '"read";r=2;t=…'],
    [200, '"read";r=1;t=…'],
    [200, '"read";r=0;t=…'],
  ]);
});

test('one address is not refused for another one; those of an IPv6 network of 64 bits are one', async () => {
  const ask = await listen({ most: 1, seconds: 3600 });
  const statusesOf = async (...addresses: string[]) => {
    const statuses = [];
    for (const address of addresses) statuses.push((await ask('/v1/quotes', address)).status);
    return statuses;
  };
  expect(await statusesOf('192.0.2.1', '192.0.2.1', '192.0.2.2')).toEqual([200, 429, 200]);
  expect(await statusesOf('2001:db8::1', '2001:db8::2', '2001:db8:0:1::1')).toEqual([
    200, 429, 200,
  ]);
});

test('health, metrics and what writes are not counted; what a tool asks for isn’t counted twice', async () => {
  const ask = await listen({ most: 2, seconds: 3600 });
  for (const path of ['/health/live', '/health/ready', '/metrics'])
    expect((await ask(path)).limit).toBeNull();
  const writing = await ask('/v1/articles/a/bundle', undefined, { method: 'DELETE' });
  expect([writing.status, writing.limit]).toEqual([403, null]);
  const call = { name: 'who_said', arguments: { q: 'bridge' } };
  const called = await ask('/mcp', undefined, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }),
  });
  expect([called.status, called.limit]).toEqual([200, '"read";r=1;t=…']);
  expect((await ask('/v1/quotes')).limit).toBe('"read";r=0;t=…');
});
