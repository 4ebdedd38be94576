import { request } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { Overloaded } from '../src/store/store-error.ts';

let store: Store;
let address: string;

beforeAll(async () => {
  store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  address = await listen(store);
});
afterAll(() => store.close());

/** A server of that store, until the test, or the file, ends. */
async function listen(served: Store, publicUrl: string | null = null): Promise<string> {
  const config = { logLevel: 'silent', publicUrl } as const;
  const app = await buildApp({ config, store: served, longestTurnMs: 0 });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => void (await app.close());
  if (served === store && publicUrl === null) afterAll(close);
  else onTestFinished(close);
  return url;
}

const headers = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};
const message = (method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });

/** What a message of the revision 2026-07-28 has beside its own, and its headers. */
function ofToday(method: string) {
  const of = (name: string) => `io.modelcontextprotocol/${name}`;
  const _meta = {
    [of('protocolVersion')]: '2026-07-28',
    [of('clientInfo')]: { name: 'tests', version: '1' },
    [of('clientCapabilities')]: {},
  };
  return {
    params: { _meta },
    more: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method, 'mcp-name': 'who_said' },
  };
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Unlike fetch, it sends whatever Host it is told. */
function send(
  url: string,
  { method = 'POST', headers: more = {}, body = message('tools/list') }: Sent,
) {
  return new Promise<{ status: number; type: string; allow: string; text: string }>(
    (resolve, reject) => {
      const sent = request(
        new URL('/mcp', url),
        { method, headers: { ...headers, ...more } },
        (it) => {
          let text = '';
          it.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          it.on('end', () => {
            const { 'content-type': type = '', allow = '' } = it.headers;
            resolve({ status: it.statusCode ?? 0, type, allow, text });
          });
        },
      );
      sent.on('error', reject);
      sent.end(method === 'POST' ? body : undefined);
    },
  );
}

test.each(['GET', 'DELETE', 'PUT'])(
  '%s is not allowed: nothing is kept between requests',
  async (method) => {
    const { status, allow, type } = await send(address, { method });
    expect({ status, allow, type }).toEqual({
      status: 405,
      allow: 'OPTIONS, POST',
      type: expect.stringContaining('problem+json'),
    });
  },
);

test.each([
  ['no JSON', '{oops', 400, -32700],
  ['JSON that says a thing twice', '{"jsonrpc":"2.0","jsonrpc":"2.0"}', 400, -32700],
  ['very deep JSON', `${'['.repeat(5000)}${']'.repeat(5000)}`, 400, -32700],
  ['a batch', `[${message('tools/list')}]`, 400, -32600],
  ['no message', '"x"', 400, -32600],
  ['a message without a method', '{"jsonrpc":"2.0","id":1}', 400, -32600],
])('%s is answered as JSON-RPC has it', async (_, body, status, code) => {
  const answer = await send(address, { body });
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', error: { code } });
});

test.each<[string, object, string]>([
  ['initialize', {}, 'params.protocolVersion: expected string, received undefined'],
  ['resources/read', {}, 'params.uri: expected string, received undefined'],
  ['prompts/get', { name: 3 }, 'params.name: expected string, received number'],
  ['completion/complete', { ref: {} }, 'params.argument: expected object, received undefined'],
  ['tools/list', { cursor: 3 }, 'params.cursor: expected string, received number'],
  ['tools/call', { name: null }, 'params.name: expected string, received null'],
])('params that %s doesn’t have are invalid, in words: %j', async (method, params, expected) => {
  const { params: its, more } = ofToday(method);
  const today = { headers: more, body: message(method, { ...params, ...its }) };
  const before = { body: message(method, params) };
  // With today's revision, nothing is initialized.
  for (const sent of method === 'initialize' ? [before] : [before, today]) {
    const { text } = await send(address, sent);
    expect(JSON.parse(text.replace(/^.*?data: /s, '')).error).toEqual({
      code: -32602,
      message: expect.stringContaining(`This is no ${method} as the protocol has it: `),
    });
    expect(text).toContain(expected);
  }
});

test('a method that there isn’t is an error, a notification is taken', async () => {
  const { text } = await send(address, { body: message('tools/write') });
  expect(text).toContain('-32601');
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
  expect(await send(address, { body })).toMatchObject({ status: 202, text: '' });
});

test('a revision that nobody knows is refused, with those that are known', async () => {
  const unknown = { 'mcp-protocol-version': '1999-01-01' };
  const { status, text } = await send(address, { headers: unknown });
  expect(status).toBe(400);
  expect(text).toContain('2025-11-25');
});

test('headers that contradict the message are refused', async () => {
  const { params, more: right } = ofToday('tools/list');
  const body = message('tools/list', params);
  expect((await send(address, { headers: right, body })).status).toBe(200);
  const wrong = { ...right, 'mcp-method': 'prompts/list' };
  expect((await send(address, { headers: wrong, body })).status).toBe(400);
  const listening = message('subscriptions/listen', { ...params, notifications: {} });
  const asListening = { ...right, 'mcp-method': 'subscriptions/listen' };
  const { text } = await send(address, { headers: asListening, body: listening });
  expect(JSON.parse(text)).toHaveProperty('error');
});

test.each([
  ['another type of body', { 'content-type': 'text/plain' }, 'x', 415],
  ['a compressed body', { 'content-encoding': 'gzip' }, 'x', 415],
  ['a body beyond the limit', {}, `"${'x'.repeat(1_100_000)}"`, 413],
  ['a page of another site', { origin: 'https://evil.example' }, undefined, 403],
  [
    'a page of a site that is named like this machine',
    { origin: 'http://127.0.0.1.example' },
    undefined,
    403,
  ],
  ['a page without an origin of its own', { origin: 'null' }, undefined, 403],
  ['another name for this machine', { host: 'evil.example' }, undefined, 403],
])('%s is a problem', async (_, more, body, status) => {
  const sent = body === undefined ? { headers: more } : { headers: more, body };
  const answer = await send(address, sent as Sent);
  expect(answer).toMatchObject({ status, type: expect.stringContaining('problem+json') });
});

test('pages of this machine and of the public address are served, under each of their names', async () => {
  const url = await listen(store, 'https://facts.example.org/api');
  for (const origin of [
    'http://localhost:6274',
    'http://127.0.0.1',
    'http://[::1]:80',
    'https://facts.example.org',
  ])
    expect(await send(url, { headers: { origin } }), origin).toMatchObject({ status: 200 });
  for (const host of ['localhost:3000', '10.0.0.1', '[::1]', 'facts', 'facts.example.org'])
    expect(await send(url, { headers: { host } }), host).toMatchObject({ status: 200 });
  expect((await send(url, { headers: { origin: 'https://example.org' } })).status).toBe(403);
});

const who = { name: 'who_said', arguments: { q: 'x' } };

test.each([
  ['of today', ofToday('tools/call')],
  ['before', { params: {}, more: {} }],
])('who has gone isn’t worked for any longer, in revisions %s', async (_, { params, more }) => {
  const asked: (() => boolean)[] = [];
  const url = await listen({
    ...store,
    ask: (_question, _plan, { asker } = {}) => {
      asked.push(asker?.isGone ?? (() => false));
      return new Promise(() => {});
    },
  });
  const options = { method: 'POST', headers: { ...headers, ...more } };
  const sent = request(new URL('/mcp', url), options).on('error', () => {});
  sent.end(message('tools/call', { ...who, ...params }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.()).toBe(false);
  sent.destroy();
  await vi.waitFor(() => expect(asked[0]?.()).toBe(true));
});

test('where too many wait already, the tool says that it is to be tried again', async () => {
  const url = await listen({ ...store, ask: () => Promise.reject(new Overloaded()) });
  const { text } = await send(url, { body: message('tools/call', who) });
  expect(text).toContain('"isError":true');
  expect(text).toContain('waiting already');
});
