import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { bundleOf } from './support/article.ts';
import { load } from './support/server.ts';

interface Options {
  stopping?: AbortSignal;
  /** Whether requests are logged, so that the framework gets every one of them. */
  isLogging?: boolean;
}

/** A server that listens, and all that it asks of its database. */
async function listen({ stopping, isLogging = false }: Options = {}) {
  const statements: string[] = [];
  const migrations = readMigrations(inPackage('migrations/sqlite'));
  const store = openStore(':memory:', migrations, {
    observe: ({ sql }) => void statements.push(sql),
  });
  await load(store, [bundleOf('a'), bundleOf('b')]);
  const app = await buildApp({
    config: { logLevel: isLogging ? 'debug' : 'silent' },
    logTo: new PassThrough().resume(),
    store,
    metrics: new Registry(),
    longestTurnMs: 0,
    ...(stopping && { stopping }),
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { app, statements, ask: (request: string) => exchange(port, request) };
}

/** Sends these bytes, and where they don't end the connection, a request that does; gives what comes, without dates and ids. */
async function exchange(port: number, request: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  let answer = '';
  socket.setEncoding('latin1').on('data', (data) => {
    answer += data;
  });
  const ends = /^Connection: close|HTTP\/1\.0\r$(?!.*keep-alive)/ms.test(request);
  socket.write(ends ? request : request + write('/health/live', ['Connection: close']));
  await once(socket, 'close');
  return answer.replaceAll(/^Date: .*\r\n/gm, '').replaceAll(/urn:uuid:[\w-]+/g, 'urn:uuid:…');
}

/** The lines of the head, in any order, and the body. */
function parts(answer: string) {
  const [head = '', ...body] = answer.split('\r\n\r\n');
  const [status, ...headers] = head.split('\r\n');
  return {
    status,
    headers: headers.map((it) => it.replace(/^[^:]+/, (name) => name.toLowerCase())).sort(),
    body,
  };
}

function write(
  url: string,
  headers: string[] = [],
  { method = 'GET', version = '1.1', body = '' } = {},
) {
  return [`${method} ${url} HTTP/${version}`, 'Host: facts.example', ...headers, '', body].join(
    '\r\n',
  );
}

const head = { method: 'HEAD' };
type Request = (url: string, etag: string) => string;
const cases: [string, string, Request][] = [
  ['GET', '200 OK', (url) => write(url)],
  ['HEAD', '200 OK', (url) => write(url, [], head)],
  ['a page of another origin', '200 OK', (url) => write(url, ['Origin: https://news.example'])],
  ['a key', '200 OK', (url) => write(url, ['Authorization: Bearer a-key'])],
  ['gzip', '200 OK', (url) => write(url, ['Accept-Encoding: deflate, gzip;q=0.5'])],
  ['br', '200 OK', (url) => write(url, ['Accept-Encoding: gzip, br'])],
  ['Connection: close', '200 OK', (url) => write(url, ['Connection: close'])],
  ['HTTP/1.0', '200 OK', (url) => write(url, [], { version: '1.0' })],
  [
    'HTTP/1.0, kept alive',
    '200 OK',
    (url) => write(url, ['Connection: keep-alive'], { version: '1.0' }),
  ],
  ['a body', '200 OK', (url) => write(url, ['Content-Length: 4'], { body: 'body' })],
  ['two requests at once', '200 OK', (url) => write(url) + write(url, [], head)],
  ['another ETag', '200 OK', (url) => write(url, ['If-None-Match: "another"'])],
  ['its ETag', '304 Not Modified', (url, etag) => write(url, [`If-None-Match: ${etag}`])],
  [
    'its ETag, HEAD',
    '304 Not Modified',
    (url, etag) => write(url, [`If-None-Match: ${etag}`], head),
  ],
  [
    'its ETag in a list',
    '304 Not Modified',
    (url, etag) => write(url, [`If-None-Match: "b", W/${etag}`]),
  ],
  [
    'its ETag in a second header',
    '304 Not Modified',
    (url, etag) => write(url, ['If-None-Match: "b"', `If-None-Match: ${etag}`]),
  ],
  ['any ETag', '304 Not Modified', (url) => write(url, ['If-None-Match: *'])],
  [
    'its ETag in another encoding',
    '200 OK',
    (url, etag) => write(url, ['Accept-Encoding: gzip', `If-None-Match: ${etag}`]),
  ],
  ['two hosts', '400 Bad Request', (url) => write(url, ['Host: other.example'])],
  ['no host', '400 Bad Request', (url) => `GET ${url} HTTP/1.1\r\n\r\n`],
  ['another method', '405 Method Not Allowed', (url) => write(url, [], { method: 'POST' })],
];

test('whatever a request has, its answer is the same, kept or worked out, in front of the framework or by it', async () => {
  const [keeping, fresh, logging] = [
    await listen(),
    await listen(),
    await listen({ isLogging: true }),
  ];
  for (const [index, [name, status, requestOf]] of cases.entries()) {
    // Each has its own address, which the second server has never heard of.
    const url = `/v1/quotes?limit=${index + 20}`;
    const [, etag = ''] = /^etag: (.*)\r$/m.exec(await keeping.ask(write(url))) ?? [];
    for (const encoding of ['gzip', 'br'])
      await keeping.ask(write(url, [`Accept-Encoding: ${encoding}`]));
    const request = requestOf(url, etag);
    const expected = parts(await fresh.ask(request));
    expect(expected.status, name).toBe(`HTTP/1.1 ${status}`);
    expect(parts(await logging.ask(request)), name).toEqual(expected);
    keeping.statements.length = 0;
    expect(parts(await keeping.ask(request)), name).toEqual(expected);
    expect(
      keeping.statements.filter((sql) => sql.includes('quotes')),
      name,
    ).toEqual([]);
  }
});

test.each([
  '/v1/quotes?speaker=ada-stein&kind=direct&count=exact&facets=kind',
  '/v1/quotes?not=kind:direct&order=desc',
  '/v1/quotes/a-voters-asked',
  '/v1/quotes/A%2Dvoters',
  '/v1/quotes/',
  '/v1/quotes/no-such-quote',
  `/v1/quotes/${'a'.repeat(300)}`,
  '/v1/quotes/%00',
  '/v1/quotes/%ff',
  '/v1/quotes?limit=0&speeker=ada-stein',
  '/v1/quotes?cursor=forged',
  '/v1/actors/ada-stein/connections',
  '/v1/actors/nobody/connections',
  '/v1/search?q=voters',
  '/v1/search',
  '/v1/timeline?type=quote&interval=year',
  '/v1/timeline?type=article',
  '/v1/changes?limit=1',
  '/v1/articles/a;x?language=en',
])('%s is answered in front of the framework as by it', async (url) => {
  const [front, logging] = [await listen(), await listen({ isLogging: true })];
  const request = write(url);
  const known = (answer: string) => parts(answer.replaceAll(unlike, '…'));
  expect(known(await front.ask(request))).toEqual(known(await logging.ask(request)));
});

/** What no two databases have alike: times of writing, and what is sealed with their secret. */
const unlike = /(?<=cursor=|"next":"|"resume":"|"modified":"|"time":"|etag: ")[^"&>]+/g;

test('who asks before sending a body gets a kept answer instead, and the connection ends', async () => {
  const { ask } = await listen();
  await ask(write('/v1/quotes'));
  const answer = await ask(write('/v1/quotes', ['Content-Length: 4', 'Expect: 100-continue']));
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r$/m);
  expect(answer).toMatch(/^connection: close\r$/im);
  expect(answer).not.toContain('100 Continue');
});

test('each request is counted, whether its answer was kept or not', async () => {
  const { app, ask } = await listen();
  const etag = /^etag: (.*)\r$/m.exec(await ask(write('/v1/quotes')))?.[1];
  for (const _ of [1, 2]) await ask(write('/v1/quotes'));
  await ask(write('/v1/quotes', [`If-None-Match: ${etag}`]));
  await ask(write('/v1/quotes', [], head));
  await ask(write('/v1/quotes/a-voters-asked'));
  await ask(write('/v1/quotes/a-voters-asked'));
  const { body } = await app.inject('/metrics');
  const counts = body.split('\n').filter((line) => /_count\{.*quotes|cache_total\{/.test(line));
  const count = 'http_request_duration_seconds_count';
  expect(counts.sort()).toEqual([
    'article_facts_response_cache_total{result="hit"} 5',
    'article_facts_response_cache_total{result="miss"} 2',
    `${count}{method="GET",route="/v1/quotes",status="2xx"} 3`,
    `${count}{method="GET",route="/v1/quotes",status="3xx"} 1`,
    `${count}{method="GET",route="/v1/quotes/:quote",status="2xx"} 2`,
    `${count}{method="HEAD",route="/v1/quotes",status="2xx"} 1`,
  ]);
});

test('once the process is to stop, and while the server closes, no connection stays for a kept answer', async () => {
  const stopping = new AbortController();
  const { ask } = await listen({ stopping: stopping.signal });
  const request = write('/v1/quotes');
  await ask(request);
  expect(await ask(request)).toMatch(/^Connection: keep-alive\r$/m);
  stopping.abort();
  expect(await ask(request)).toMatch(/^connection: close\r$/im);

  const other = await listen();
  await other.ask(request);
  const { port } = other.app.server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port });
  onTestFinished(() => void socket.destroy());
  let answers = '';
  socket.on('data', (data) => {
    answers += data;
  });
  // A request of which the rest comes when the server is closing already.
  socket.write(request.slice(0, -2));
  await setTimeout(50);
  const closed = other.app.close();
  await setTimeout(50);
  socket.write(request.slice(-2));
  await closed;
  await expect.poll(() => answers).toMatch(/^connection: close\r$/im);
  expect(answers).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test('where requests are logged, those that get a kept answer are logged too', async () => {
  const env = { ...process.env, PORT: '0', DATABASE_URL: ':memory:', LOG_LEVEL: 'debug' };
  const child = spawn(process.execPath, [inPackage('src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  const find = (pattern: RegExp) => output.match(pattern)?.[1] ?? '';
  await expect.poll(() => find(/first look +(\S+)\n/), { timeout: 20_000 }).not.toBe('');
  const address = new URL('/v1/places', find(/first look +(\S+)\n/));
  for (let request = 0; request < 3; request++) await (await fetch(address)).text();
  // The server asks itself for other paths.
  const asked = /"reqId":"([\w-]+)","req":\{"method":"GET","path":"\/v1\/places"\}/g;
  const completed = () =>
    Array.from(output.matchAll(asked), ([, id]) => id).filter((id) =>
      output.includes(`"reqId":"${id}","res":`),
    ).length;
  await expect.poll(completed, { timeout: 10_000 }).toBe(3);
});
