import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleOf } from './support/article.ts';
import { load, startServer, stopServer, type TestServer, withKey } from './support/server.ts';

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
    '{"text":"a","b":[1e999,-9007199254740993,1e-400,2.5e-324,5e-324,1e-300]}',
    [
      ['/b/0', 'is 1e999, more than a double can hold'],
      [
        '/b/1',
        'is -9007199254740993, which no double has exactly: it would become -9007199254740992',
      ],
      ['/b/2', 'is 1e-400, which no double has exactly: it would become 0'],
      ['/b/3', 'is 2.5e-324, which no double has exactly: it would become 5e-324'],
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

test.each<[string, (index: number) => string, number, string]>([
  ['fields that nothing knows', (index) => `"${index}":1`, 100_000, '/1000'],
  ['a field again and again', () => '"again":1', 100_000, '/again'],
])(
  'of very many faults a hundred are named, and it is told how many there are: %s',
  async (_name, field, count, first) => {
    const fields = Array.from({ length: count }, (_, index) => field(index));
    const response = await post(`{${fields.join(',')}}`);
    expect(response.statusCode).toBe(400);
    const { errors, detail } = response.json();
    expect(errors).toHaveLength(100);
    expect(errors[0]).toEqual({
      in: 'body',
      name: first,
      detail: 'is too many: an object has at most 1000 fields',
    });
    expect(detail).toMatch(new RegExp(`; and ${count - 1000 - 3} more\\.$`));
  },
);

test.each([
  ['empty arrays', '[],'],
  ['arrays within arrays', `${'['.repeat(20)}${']'.repeat(20)},`],
  ['empty objects', '{},'],
  ['objects of a letter', '{"a":1},'],
  ['numbers of a digit', '1,'],
  ['empty texts', '"",'],
])(
  'what has hardly anything but brackets and commas is refused before it is made: %s',
  async (_name, unit) => {
    const { errors } = (await post(`{"text":[${unit.repeat(20_000)}1]}`)).json();
    expect(errors).toEqual([
      { in: 'body', name: '', detail: 'has hardly anything but brackets and commas' },
    ]);
    // Brackets of the text itself are its characters, and few of them are no harm.
    expect((await post(JSON.stringify({ text: unit.repeat(20_000) }))).statusCode).toBe(200);
    const few = (await post(`{"text":[${unit.repeat(2)}1]}`)).json();
    expect(few.errors).toMatchObject([
      { name: '/text', detail: expect.stringContaining('string') },
    ]);
  },
);

test('values that no two programs read alike are counted, however many; a thousand fields are looked at', async () => {
  const { errors, detail } = (
    await post(`{"text":[${'1e9999999,'.repeat(100_000)}"\\u0000"]}`)
  ).json();
  expect(errors.map(({ name }: { name: string }) => name)).toEqual(
    Array.from({ length: 100 }, (_, index) => `/text/${index}`),
  );
  expect(detail).toMatch(/; and 99997 more\.$/);
  const unknown = Array.from({ length: 999 }, (_, index) => `"g${index}":1`);
  const wide = (await post(`{"text":"a",${unknown.join(',')}}`)).json();
  expect(wide.errors).toHaveLength(100);
  expect(wide.errors[99]).toMatchObject({ name: '/g99' });
  expect(wide.detail).toMatch(/; and 996 more\.$/);
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

test.each(['GET', 'HEAD', 'DELETE', 'OPTIONS'] as const)(
  '%s without a body is the same whatever type of body it names',
  async (method) => {
    const path = method === 'DELETE' ? '/v1/articles/nothing/bundle' : '/v1/articles/a/bundle';
    const ask = (headers: Record<string, string>) =>
      server.ask({ method, url: path, headers: { ...withKey, ...headers } });
    const without = await ask({});
    for (const type of [json, `${json}; charset=utf-8`, 'text/plain', 'x-form', 'json'])
      for (const length of [{}, { 'content-length': '0' }]) {
        const { statusCode, payload } = await ask({ 'content-type': type, ...length });
        expect(statusCode).toBe(without.statusCode);
        expect(payload.length).toBe(without.payload.length);
      }
    expect(without.statusCode).toBe({ GET: 200, HEAD: 200, DELETE: 404, OPTIONS: 204 }[method]);
  },
);

test('DELETE with a JSON content type and no body deletes, in chunks too', async () => {
  const remove = (...lines: string[]) =>
    `DELETE /v1/articles/gone/bundle HTTP/1.1\r\nHost: a\r\nAuthorization: ${withKey.authorization}\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`;
  for (const [lines, body] of [
    [[], ''],
    [[`Content-Type: ${json}`], ''],
    [[`Content-Type: ${json}`, chunked], '0\r\n\r\n'],
  ] as const) {
    await load(server.store, [bundleOf('gone')]);
    expect(await talk(remove(...lines) + body)).toMatch(/^HTTP\/1.1 204 /);
  }
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

/** Reads nothing before all is written, as simple clients do; gives what came until the end. */
async function writeThenRead(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  for (const piece of pieces)
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject).write(piece, () => {
        socket.off('error', reject);
        resolve();
      });
    });
  let answer = '';
  for await (const chunk of socket) {
    answer += chunk;
    // Whether the connection is closed or kept, the answer is whole.
    if (answer.endsWith('}')) break;
  }
  return answer;
}

const chunked = 'Transfer-Encoding: chunked';
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'b'.repeat(bytes)}\r\n`;

test('whoever reads only after writing reads that it was too much', async () => {
  for (const bytes of [1024 * 1024 + 1, 12_345_678]) {
    const length = `Content-Length: ${bytes}`;
    const plain = await writeThenRead(head(url, length), Buffer.alloc(bytes, 'a'));
    const pieces = Array.from({ length: Math.ceil(bytes / 65_536) }, () => chunk(65_536));
    const inChunks = await writeThenRead(head(url, chunked), ...pieces, chunk(0));
    for (const answer of [plain, inChunks]) {
      expect(answer).toMatch(
        /^HTTP\/1.1 413 .*connection: close.*"type":"\/problems\/body-too-large"/s,
      );
    }
    const other = await writeThenRead(head('/nowhere', length), Buffer.alloc(bytes, 'a'));
    expect(other).toMatch(/^HTTP\/1.1 404 /);
  }
});

test('what came whole is answered at once, right or wrong', async () => {
  const close = ['Connection: close', 'Content-Length: 9'];
  for (const body of ['{"text":1', '{"text":}', '{"a":"b"}']) {
    const since = performance.now();
    expect(await talk(head(url, ...close) + body)).toMatch(/^HTTP\/1.1 400 /);
    expect((await post(body)).statusCode).toBe(400);
    // Not the second that a client is waited for.
    expect(performance.now() - since).toBeLessThan(900);
  }
});

test('what is refused isn’t read for ever, nor waited for', async () => {
  const socket = connect({ port, host: '127.0.0.1' });
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  let sent = 0;
  const piece = chunk(1024 * 1024);
  socket.write(head(url, chunked));
  while (!socket.destroyed && sent < 1000) {
    await new Promise((resolve) => socket.write(piece, resolve));
    sent++;
  }
  await closed;
  // 64 MiB, and what lies in buffers meanwhile.
  expect(sent).toBeGreaterThan(60);
  expect(sent).toBeLessThan(200);

  const since = performance.now();
  expect(await talk(`${head(url, chunked)}${chunk(2 * 1024 * 1024)}`)).toMatch(/^HTTP\/1.1 413 /);
  expect(performance.now() - since).toBeLessThan(4000);
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
