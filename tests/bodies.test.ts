import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

const url = '/v1/articles/a/verification';
const json = 'application/json';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startServer([bundleOf('a')]);
  const { app } = server;
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => stopServer(server));

function post(payload: string | Buffer, headers: Record<string, string> = {}) {
  return server.ask({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': json, ...headers },
  });
}

const levels = 100_000;

test.each<[string, string | Buffer, [pointer: string, detail: string][]]>([
  ['blanks', ' \n', [['', 'is empty: JSON is expected']]],
  ['a broken object', '{"text":"a",}', [['', 'is not JSON: Expected double-quoted property name']]],
  ['half an object', '{"text":', [['', 'is not JSON: Unexpected end of JSON input']]],
  ['a line of text', 'the text', [['', 'is not JSON']]],
  ['endless depth', '['.repeat(levels) + ']'.repeat(levels), [['', 'is more than 32 levels deep']]],
  [
    'depth in a field',
    `{"text":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`,
    [['', 'is more than 32 levels deep']],
  ],
  ['Latin-1', Buffer.from('{"text":"é"}', 'latin1'), [['', 'is not UTF-8']]],
  [
    'a surrogate as bytes',
    Buffer.from('{"text":"\xed\xa0\x80"}', 'latin1'),
    [['', 'is not UTF-8']],
  ],
  ['half a surrogate pair', '{"text":"a\\ud800"}', [['/text', 'half a surrogate pair']]],
  ['NUL', '{"text":"a\\u0000"}', [['/text', 'must not contain NUL']]],
  ['a field twice', '{"text":"a","\\u0074ext":"b"}', [['/text', 'stands twice']]],
  [
    'deep fields twice',
    '{"a":[{},{"b/~":1,"c":{"b/~":"\\"}"},"b/~":[]}]}',
    [['/a/1/b~1~0', 'stands twice']],
  ],
  ['no field', '{}', [['', 'must have the field “text”']]],
  ['null', 'null', [['', 'must be object; not null']]],
  ['no object', '[]', [['', 'must be object; not an array']]],
  ['a number for a text', '{"text":5}', [['/text', 'must be string; not 5']]],
  ['null for a text', '{"text":null}', [['/text', 'must be string; not null']]],
  ['an empty text', '{"text":""}', [['/text', 'must not be empty']]],
  ['a field in another case', '{"text":"a","Text":"a"}', [['/Text', 'did you mean text?']]],
  [
    'an unknown field, and one that is missing',
    '{"txet":"a"}',
    [
      ['', 'must have the field “text”'],
      ['/txet', 'is not a field here; there are text'],
    ],
  ],
  ['__proto__', '{"text":"a","__proto__":{"b":1}}', [['/__proto__', 'is not a field']]],
  ['escaped __proto__', '{"text":"a","\\u005f_proto__":1}', [['/__proto__', 'is not a field']]],
  [
    'constructor.prototype',
    '{"text":"a","constructor":{"prototype":{}}}',
    [['/constructor', 'is not a field']],
  ],
  [
    'numbers beyond what is exact',
    '{"text":"a","b":[1e999,-9007199254740993]}',
    [
      ['/b/0', 'is 1e999, more than a double can hold'],
      [
        '/b/1',
        'is -9007199254740993, which no double has exactly: it would become -9007199254740992',
      ],
    ],
  ],
])('a body is refused as a whole, each fault with its pointer: %s', async (_name, body, faults) => {
  const response = await post(body);
  expect(response.statusCode).toBe(400);
  const { type, errors } = response.json();
  expect(type).toBe('/problems/invalid-body');
  expect(errors).toEqual(
    faults.map(([name, detail]) => ({ in: 'body', name, detail: expect.stringContaining(detail) })),
  );
  expect((await post('{"text":"a"}')).statusCode).toBe(200);
});

test('no end of faults is told in an answer that has one', async () => {
  const fields = Array.from({ length: 50_000 }, (_, index) => `"${'f'.repeat(9)}${index}":1`);
  const response = await post(`{${fields.join(',')}}`);
  expect(response.json().errors).toHaveLength(1000);
  expect(response.json().detail).toMatch(/; and 49998 more\.$/);
});

test('a request without a body is told that there has to be one', async () => {
  for (const response of [await server.ask({ method: 'POST', url }), await post('')]) {
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toEqual([
      { in: 'body', name: '', detail: 'must be given, as application/json' },
    ]);
  }
});

test.each<[string, Record<string, string>, string]>([
  ['text', { 'content-type': 'text/plain' }, 'Content-Type'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'Content-Type'],
  ['a kind of JSON', { 'content-type': 'application/ld+json' }, 'Content-Type'],
  ['an unreadable type', { 'content-type': 'json' }, 'Content-Type'],
  ['another charset', { 'content-type': `${json}; charset=ISO-8859-1` }, 'Content-Type'],
  ['a compressed body', { 'content-encoding': 'gzip' }, 'Content-Encoding'],
])('a body is taken as JSON only: %s is 415', async (_name, headers, name) => {
  const body = headers['content-encoding'] ? gzipSync('{"text":"a"}') : '{"text":"a"}';
  const response = await post(body, headers);
  expect(response.statusCode).toBe(415);
  expect(response.json().errors).toMatchObject([{ in: 'header', name }]);
});

test('a charset of UTF-8 and a byte order mark change nothing', async () => {
  const headers = { 'content-type': 'Application/JSON; charset="UTF-8"' };
  expect((await post('\uFEFF{"text":"a"}', headers)).statusCode).toBe(200);
});

test('a body over 1 MiB is 413, however it comes; one of that size is taken', async () => {
  const frame = '{"text":""}'.length;
  const of = (bytes: number) => JSON.stringify({ text: 'a'.repeat(bytes - frame) });
  expect((await post(of(1024 * 1024))).statusCode).toBe(200);
  const refused = await post(of(1024 * 1024 + 1));
  expect(refused.statusCode).toBe(413);
  expect(refused.json().detail).toBe('The body is larger than 1048576 bytes.');
  const chunked = await fetch(`http://127.0.0.1:${port}${url}`, {
    method: 'POST',
    headers: { 'content-type': json },
    body: new Blob([of(1024 * 1024 + 1)]).stream(),
    duplex: 'half',
  });
  expect(chunked.status).toBe(413);
});

test('what a path or method refuses doesn’t depend on the body', async () => {
  for (const [path, status] of [
    ['/nowhere', 404],
    ['/v1/articles', 405],
  ] as const)
    for (const type of [json, 'text/plain'])
      expect(
        await server.ask({
          method: 'POST',
          url: path,
          payload: '{',
          headers: { 'content-type': type },
        }),
      ).toMatchObject({ statusCode: status });
});

const head = (path: string, ...lines: string[]) =>
  [`POST ${path} HTTP/1.1`, 'Host: a', `Content-Type: ${json}`, ...lines, '', ''].join('\r\n');

/** Sends that and, where `ask` is found in what came back, the rest; gives all that came until the end. */
async function talk(first: string, ask?: string, rest = ''): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.setEncoding('utf8').write(first);
  let answer = '';
  let asked = false;
  socket.on('data', (data) => {
    answer += data;
    if (asked || ask === undefined || !answer.includes(ask)) return;
    asked = true;
    socket.write(rest);
  });
  await once(socket, 'close');
  return answer;
}

test('a body that is too large by what its header says is refused unread', async () => {
  for (const expectation of [[], ['Expect: 100-continue']]) {
    const answer = await talk(head(url, 'Content-Length: 99999999999', ...expectation));
    expect(answer).toMatch(/^HTTP\/1.1 413 .*connection: close/s);
    expect(answer).not.toContain('100 Continue');
  }
});

test('whoever waits for 100 Continue gets it, and then the answer', async () => {
  const body = '{"text":"abc"}';
  const lines = ['Expect: 100-continue', 'Connection: close', `Content-Length: ${body.length}`];
  const answer = await talk(head(url, ...lines), '100 Continue', body);
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
  expect(answer).toContain('"matches":false');
  const refused = await talk(head('/v1/articles', ...lines));
  expect(refused).toMatch(/^HTTP\/1.1 405 /);
});

test('a body that comes too slowly is 408, for a page to read; one that was answered already gets no second answer', async () => {
  Object.assign(server.app.server, { headersTimeout: 500, requestTimeout: 500 });
  onTestFinished(() => {
    Object.assign(server.app.server, { headersTimeout: 10_000, requestTimeout: 10_000 });
  });
  const slow = 'Content-Length: 100';
  const answer = await talk(`${head(url, slow)}{"text"`);
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(answer).toMatch(/access-control-allow-origin: \*/i);
  const refused = await talk(`${head('/v1/articles', slow)}{"text"`);
  expect(refused.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 405']);
});

test('a page of any origin may verify a text, and write nothing', async () => {
  const preflight = (path: string, method: string) =>
    server.ask({
      method: 'OPTIONS',
      url: path,
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      },
    });
  const { statusCode, headers } = await preflight(url, 'POST');
  expect(statusCode).toBe(204);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'GET, HEAD, POST',
  });
  for (const response of [await post('{"text":"a"}'), await post('{')])
    expect(response.headers['access-control-allow-origin']).toBe('*');
  const undecodable = await server.ask('/v1/quotes/%ff');
  expect(undecodable.headers['access-control-allow-origin']).toBe('*');
});
