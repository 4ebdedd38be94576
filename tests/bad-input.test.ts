import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { sql } from '../src/store/sql.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer, withServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  const withGuest = bundleOf('b', ({ events }) => {
    const participants = ['ada-stein', 'town-council'].map((actor) => ({
      actor,
      role: 'attendee',
    }));
    Object.assign(events[0] ?? {}, { participants });
  });
  server = await startServer([bundleOf('a'), withGuest]);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => stopServer(server));

test.each([
  ['quotes?limit=1e1', 'limit', 'must be a whole number'],
  ['quotes?limit=0x10', 'limit', 'must be a whole number'],
  ['quotes?limit=101', 'limit', 'must be at most 100; not 101'],
  ['quotes?limit=5&limit=6', 'limit', 'must be given once'],
  ['quotes?limit', 'limit', 'must not be empty'],
  ['quotes?speaker=', 'speaker', 'must not be empty'],
  ['quotes?speaker=a,,b', 'speaker', 'must not be empty'],
  ['quotes?speaker=Xi+Jinping', 'speaker', 'must be an id'],
  ['quotes?speker=xi-jinping', 'speker', 'did you mean speaker?'],
  ['quotes?text=x', 'text', 'words, of names, titles and texts, are looked for by `q`'],
  ['quotes?x=y', 'x', 'is not a parameter here; there are'],
  ['quotes?colour=red', 'colour', 'is not a parameter here; there are q, article, kind, polarity'],
  ['quotes?page=2', 'page', 'send `page.next` of the page before as `cursor`'],
  ['events?per_page=50', 'per_page', 'is `limit`, from 1 to 100'],
  ['actors?page[size]=50', 'page[size]', 'is `limit`, from 1 to 100'],
  ['quotes?$filter=x', '$filter', 'each filter is a parameter of its own, like `kind=…`'],
  ['articles?orderBy=title', 'orderBy', '`order=desc` turns it round'],
  ['mentions?fields=exact', 'fields', 'every item has all its fields'],
  ['events?start-date=2024-05-01', 'start-date', 'the first day is `from`'],
  ['events?sort=-date', 'sort', 'is written sort=date&order=desc here'],
  ['statistics?sort=value:asc', 'sort', 'is written sort=value&order=asc here'],
  ['quotes?from=2024-05', 'from', 'of 2024-05 the first is 2024-05-01, the last 2024-05-31'],
  ['events?to=2024', 'to', 'of 2024 the first is 2024-01-01, the last 2024-12-31'],
  ['quotes?filter[kind]=direct', 'filter[kind]', 'is not a parameter here; write `kind=…`'],
  ['quotes?kind__in=direct', 'kind__in', 'write `kind=…`'],
  ['quotes?kind[ne]=direct', 'kind[ne]', 'is written `not=kind:value`'],
  ['quotes?exclude_kind=direct', 'exclude_kind', 'is written `not=kind:value`'],
  ['quotes?kind!=direct', 'kind!', 'is written `not=kind:value`'],
  ['quotes?not[kind]=direct', 'not[kind]', 'is written `not=kind:value`'],
  ['quotes?exclude=direct', 'exclude', 'is written `not=field:value`'],
  ['search?q=a&search=b', 'search', 'words are looked for by `q`'],
  ['quotes?query=xi', 'query', 'words are looked for by `q`'],
  ['quotes?author=xi', 'author', 'who says it is `speaker`'],
  ['events?actor=xi', 'actor', 'who takes part is `participant`'],
  ['quotes?speakers=xi', 'speakers', 'did you mean speaker?'],
  ['statistics?subjects=xi', 'subjects', 'did you mean subject?'],
  ['events?part_of=a', 'part_of', 'did you mean partOf?'],
  ['events?year=2024', 'year', 'days are asked for by `from` and `to`'],
  ['quotes?top=5', 'top', 'is `limit`, from 1 to 100'],
  ['quotes?include=speakers', 'include', 'every item has all its fields'],
  [
    'quotes?order=descending',
    'order',
    'must be one of asc, desc; not "descending"; did you mean desc?',
  ],
  ['quotes?order=DESC', 'order', 'did you mean desc?'],
  ['quotes?kind=Direct', 'kind', 'not "Direct"; did you mean direct?'],
  ['events?kind=statment', 'kind', 'did you mean statement?'],
  ['quotes?sort=dates', 'sort', 'not "dates"; did you mean date?'],
  ['quotes?sort=date%20desc', 'sort', 'is written sort=date&order=desc here'],
  ['quotes?count=true', 'count', 'must be exact; not "true"'],
  ['quotes?speaker=Xi_Jinping', 'speaker', 'not "Xi_Jinping"; did you mean xi-jinping?'],
  ['quotes?speaker=XI-JINPING', 'speaker', 'did you mean xi-jinping?'],
  [
    'actors?wikidata=https%3A%2F%2Fwww.wikidata.org%2Fwiki%2FQ7747',
    'wikidata',
    'did you mean Q7747?',
  ],
  ['quotes?language=PT_br', 'language', 'did you mean pt-BR?'],
  ['quotes?from=2024-5-6', 'from', 'must be a day; 2024-5-6 is 2024-05-06'],
  ['quotes?from=20240506', 'from', 'must be a day; 20240506 is 2024-05-06'],
  ['quotes?to=2024-05-06T10:00:00Z', 'to', 'must be a day; 2024-05-06T10:00:00Z is 2024-05-06'],
  ['quotes?from=06/05/2024', 'from', 'must be a day, like 2024-05-16; not "06/05/2024"'],
  ['quotes?limit[]=5', 'limit[]', 'did you mean limit?'],
  ['articles?url=example.org', 'url', 'must be an http or https address, like https://example.org'],
  ['articles?sha256=abc', 'sha256', 'must be a SHA-256 of 64 hexadecimal digits; not "abc"'],
  ['articles?from=2024', 'from', 'of 2024 the first is 2024-01-01'],
  ['quotes?not=kind', 'not', 'must be a filter and a value of it, like kind:direct; not "kind"'],
  ['quotes?not=', 'not', 'must not be empty'],
  ['quotes?not=kind:', 'not', 'names kind, which must not be empty'],
  [
    'quotes?not=speker:a',
    'not',
    'names "speker", which is not a filter here; did you mean speaker?',
  ],
  [
    'quotes?not=limit:5',
    'not',
    'names "limit", which is not a filter here; there are article, kind',
  ],
  ['quotes?not=kind:spoken', 'not', 'names kind, which must be one of direct, indirect, mixed'],
  ['quotes?not=speaker:Xi+Jinping', 'not', 'names speaker, which must be an id'],
  ['quotes?not=from:2024-05', 'not', 'names from, which must be a day; of 2024-05 the first'],
  ['statistics?not=min:1e999', 'not', 'names min, which must be a number'],
  [
    'actors/town-council/connections?not=speaker:a',
    'not',
    'names "speaker", which is not a filter',
  ],
  ['search?q=a&not=type:word', 'not', 'names type, which must be one of quote, actor'],
  ['search?type=quote', 'q', 'must be given'],
  ['search?q=', 'q', 'must not be empty'],
  ['quotes?kind=spoken', 'kind', 'must be one of direct, indirect, mixed; not "spoken"'],
  ['quotes?from=2024-02-30', 'from', 'must be a day, like 2024-05-16'],
  ['quotes?from=2024-01-02&to=2024-01-01', 'to', 'must not be earlier than from'],
  ['quotes?language=%00', 'language', 'must not contain NUL'],
  ['quotes?language=%ff', 'language', 'must be valid percent-encoded UTF-8'],
  ['quotes?language=%zz', 'language', 'must be valid percent-encoded UTF-8'],
  ['quotes?__proto__=1', '__proto__', 'is not a parameter here'],
  ['quotes?constructor=1', 'constructor', 'is not a parameter here'],
  ['statistics?min=1e999', 'min', 'must be a number'],
  ['statistics?min=5&max=4', 'max', 'must not be less than min'],
  ['mentions?start=9007199254740993', 'start', 'must be a whole number'],
  ['mentions?start=2147483648', 'start', 'must be at most 2147483647; not 2147483648'],
  ['mentions?end=-2147483649', 'end', 'must be at least 1; not -2147483649'],
  ['quotes?limit=99999999999', 'limit', 'must be at most 100'],
  ['mentions?factType=word', 'factType', 'must be one of quote, actor, place'],
  ['actors?wikidata=7747', 'wikidata', 'must be a Wikidata item id, like Q7747'],
])('%s is refused: %s %s', async (query, name, detail) => {
  const response = await server.ask(`/v1/${query}`);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({
    type: '/problems/invalid-parameter',
    errors: [{ in: 'query', name, detail: expect.stringContaining(detail) }],
  });
});

test('of thousands of unknown parameters a hundred are named, and it is told how many there are', async () => {
  const names = Array.from({ length: 3700 }, (_, index) => `x${index.toString(36)}`);
  const refused = await server.ask(`/v1/search?${names.join('&')}&limit=0`);
  const { type, errors, detail } = refused.json();
  expect([refused.statusCode, type]).toEqual([400, '/problems/invalid-parameter']);
  expect(errors).toHaveLength(100);
  expect(errors[0]).toMatchObject({
    in: 'query',
    detail: expect.stringContaining('is not a param'),
  });
  // With what is missing and what is out of range.
  expect(detail).toMatch(/; and 3699 more$/);
  expect(refused.body.length).toBeLessThan(20_000);

  const repeated = await server.ask(`/v1/quotes?${'kind=direct&'.repeat(1200)}`);
  expect(repeated.json().errors).toEqual([
    { in: 'query', name: 'kind', detail: 'must have at most 50 values; not 1200' },
  ]);
  const wrong = await server.ask(`/v1/quotes?kind=${'a,'.repeat(7000)}a`);
  expect(wrong.json().errors).toHaveLength(1);
});

test.each([
  ['/nowhere', 404],
  ['/docs/static/nothing.js', 404],
  ['/v1/quotes/', 404],
  ['/v1/quotes/%ff', 400],
  ['/v1/quotes/%zz', 400],
  ['/v1/quotes/%00', 400],
  [`/v1/quotes/${'a'.repeat(97)}`, 404],
  [`/v1/quotes/${'a'.repeat(5000)}`, 414],
  ['/problems/unheard-of', 404],
])('%s is %i, as a problem', async (url, status) => {
  const response = await server.ask(url);
  expect(response.statusCode).toBe(status);
  expect(response.json()).toMatchObject({ status, instance: expect.stringMatching(/^urn:uuid:/) });
});

test.each([
  ['/v1/quots?kind=direct', '/v1/quotes'],
  ['/v1/quotes/', '/v1/quotes'],
  ['/v1/quote', '/v1/quotes'],
  ['/v1/Quotes', '/v1/quotes'],
  ['/api/v1/quotes', '/v1/quotes'],
  ['/v2/quotes', '/v1/quotes'],
  ['/V1/actor/ada-stein', '/v1/actors/ada-stein'],
  ['/v1/actors/ada-stein/connection', '/v1/actors/ada-stein/connections'],
  ['/v1/people', '/v1/actors'],
  ['/v1/quotes.csv', '/v1/exports/quotes.csv'],
  ['/v1/export/quotes.csv', '/v1/exports/quotes.csv'],
  ['/openapi', '/openapi.json'],
  ['/nothing/like/it', null],
  [`/v1/${'quotes/'.repeat(500)}`, null],
])('%s is told as 404, with the path that was meant: %s', async (url, meant) => {
  const response = await server.app.inject(url);
  expect(response.statusCode).toBe(404);
  const { detail } = response.json();
  if (meant === null) expect(detail).not.toContain('did you mean');
  else expect(detail).toContain(`; did you mean ${meant}? /docs shows every path.`);
});

test('a question mark in a parameter stays in the link to the next page', async () => {
  const { headers } = await server.ask('/v1/quotes?q=build?&limit=1');
  const next = /<([^>]*)>; rel="next"/.exec(String(headers.link))?.[1] ?? '';
  expect(next).toContain('q=build%3F');
  expect((await server.ask(next)).statusCode).toBe(200);
});

test('a link that would be longer than clients read is left out; the page has its cursor', async () => {
  const ids = Array.from({ length: 45 }, (_, index) => `${'x'.repeat(80)}${index}`).join();
  const { headers, body } = await server.ask(`/v1/quotes?limit=1&not=speaker:${ids}`);
  expect(headers.link).toBeUndefined();
  const { next } = JSON.parse(body).page;
  const behind = await server.ask(`/v1/quotes?limit=1&not=speaker:${ids}&cursor=${next}`);
  expect(behind.statusCode).toBe(200);
});

/** A cursor with a right seal, which only who has the database can work out. */
async function sealed(content: string): Promise<string> {
  const rows = await server.store.read((queries) =>
    queries.rows<{ identity: string }>(sql`select identity from state`),
  );
  return sealedBy(rows[0]?.identity ?? '', content);
}

function sealedBy(secret: string, content: string): string {
  const seal = createHash('sha256')
    .update(secret + content)
    .digest('base64url')
    .slice(0, 8);
  return Buffer.from(seal + content).toString('base64url');
}

type Opened = [
  query: string,
  owner: string,
  revision: number,
  mark: string,
  ...position: unknown[],
];

function opened(cursor: string | null): Opened {
  return JSON.parse(Buffer.from(String(cursor), 'base64url').toString().slice(8));
}

test('a cursor whose form is wrong is refused, even where its seal is right', async () => {
  const { page } = await server.get('/v1/quotes?limit=1');
  const [query, owner, revision, mark, position] = opened(page.next);
  for (const content of [
    ...['', '{', '5', '[]', '[5]'],
    ...[[query], [query, owner, revision, mark], [owner, query, revision, mark, position]].map(
      (it) => JSON.stringify(it),
    ),
    ...[null, '1', 0.5, -1, 2 ** 60].map((it) =>
      JSON.stringify([query, owner, it, mark, position]),
    ),
    ...[null, 5, []].map((it) => JSON.stringify([query, owner, revision, it, position])),
  ]) {
    const response = await server.ask(`/v1/quotes?limit=1&cursor=${await sealed(content)}`);
    expect(response.json(), content).toMatchObject({ type: '/problems/invalid-cursor' });
  }
});

test('a cursor made by somebody else is refused, even where it has a right form and values', async () => {
  const { page } = await server.get('/v1/quotes?limit=1');
  const content = opened(page.next);
  content[4] = Number.MAX_SAFE_INTEGER;
  for (const secret of ['', content[1], content[3]]) {
    const cursor = sealedBy(secret, JSON.stringify(content));
    const response = await server.ask(`/v1/quotes?limit=1&cursor=${cursor}`);
    expect(response.json()).toMatchObject({ type: '/problems/invalid-cursor' });
  }
});

test.each([
  ['quotes', ['1', 1.5, null]],
  ['quotes?sort=date', ['5', true, [18750]]],
  ['quotes?sort=id', [5, null, 'a\0']],
  ['articles?sort=title', [5, null, '\ud800']],
  ['articles?sort=published', ['5', false, {}]],
  ['actors?sort=name', [5, null, []]],
  ['events?sort=title&order=desc', [5, null, {}]],
  ['statistics?sort=value', ['40', null, {}]],
  ['mentions', ['1', 2 ** 60, null]],
  ['search?q=the', ['1', null, {}]],
  ['actors/town-council/connections', ['1', 1.5, null]],
  ['changes', ['1', null, 0.5]],
])('a cursor of %s whose value has the wrong type is refused', async (path, wrong) => {
  const url = `/v1/${path}${path.includes('?') ? '&' : '?'}limit=1`;
  const { page } = await server.get(url);
  const [query, owner, revision, mark, first, ...rest] = opened(page.next);
  const follow = async (position: unknown[]) => {
    const cursor = await sealed(JSON.stringify([query, owner, revision, mark, ...position]));
    return server.ask(`${url}&cursor=${cursor}`);
  };
  expect((await follow([first, ...rest])).statusCode).toBe(200);
  for (const position of [...wrong.map((value) => [value, ...rest]), [first, ...rest, 'a'], []]) {
    const response = await follow(position);
    expect(response.statusCode, JSON.stringify(position)).toBe(400);
    expect(response.json()).toMatchObject({
      type: '/problems/invalid-cursor',
      errors: [{ in: 'query', name: 'cursor' }],
    });
  }
});

test('a method that HTTP has but the path has not is 405; a path that is not there is 404 for each', async () => {
  for (const method of ['PROPFIND', 'PURGE', 'SEARCH', 'TRACE', 'OPTIONS'] as const) {
    if (method !== 'OPTIONS')
      expect(
        (await server.app.inject({ method: method as 'GET', url: '/v1/quotes' })).statusCode,
      ).toBe(405);
    expect((await server.app.inject({ method: method as 'GET', url: '/nowhere' })).statusCode).toBe(
      404,
    );
  }
});

test('any query string at all is answered with 200 or 400', async () => {
  const names = fc.oneof(fc.constantFrom('speaker', 'limit', 'from', 'cursor', 'q'), fc.string());
  const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pairs, async (query) => {
      const { statusCode } = await server.ask(`/v1/quotes?${new URLSearchParams(query)}`);
      expect([200, 400]).toContain(statusCode);
    }),
  );
});

test('SQL in an id, a filter or words is a text like any other', async () => {
  const stored = async () => (await server.get('/v1/articles')).data.map(({ id }) => id);
  const before = await stored();
  for (const [path, operations] of Object.entries(server.document.paths)) {
    const { get } = operations;
    if (get === undefined) continue;
    const names = (get.parameters ?? []).filter((it) => it.in === 'query').map((it) => it.name);
    for (const text of [
      "'; drop table quotes; --",
      "a' union select document from articles --",
      '$1',
    ]) {
      const value = encodeURIComponent(text);
      const urls = names.map((name) => `${path}?${name}=${value}`);
      for (const url of path.includes('{') ? [path] : urls) {
        const { statusCode, body } = await server.ask(url.replaceAll(/\{\w+\}/g, value));
        expect([200, 400, 404], `${url}: ${body}`).toContain(statusCode);
        expect(body).not.toMatch(/sqlite|syntax/i);
      }
    }
  }
  expect(await stored()).toEqual(before);
});

test.each([
  ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['a URL of 20 KB', `GET /v1/quotes?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ['3,000 headers', `GET / HTTP/1.1\r\nHost: a\r\n${'a:\r\n'.repeat(3000)}\r\n`, 431],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  [
    'Content-Length beside chunks',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['an unknown Expect', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n', 417],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['two Hosts', 'GET /v1/quotes HTTP/1.1\r\nHost: a\r\nX: 1\r\nhost: b\r\n\r\n', 400],
  ['the same Host twice', 'GET /v1/quotes HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n', 400],
  ['a Host that is none', 'GET /v1/quotes HTTP/1.1\r\nHost: a/b c\r\n\r\n', 400],
  ['GET *', 'GET * HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['POST *', 'POST * HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n', 400],
  ['HTTP/0.9', 'GET /v1/quotes\r\n\r\n', 400],
  ['HTTP/0.9 that says so', 'GET /v1/quotes HTTP/0.9\r\nHost: a\r\n\r\n', 400],
  ['HTTP/2.0 in clear', 'GET /v1/quotes HTTP/2.0\r\nHost: a\r\n\r\n', 400],
])('%s is refused on the socket with a problem', async (_name, request, status) => {
  const answer = await overSocket(request);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('"type":"/problems/');
});

test.each([
  'Host: 127.0.0.1:3000',
  'Host: [::1]:3000',
  'Host: facts.example.org.',
  'Host:',
  'host: intra_net',
])('a request with %s is answered', async (host) => {
  const answer = await overSocket(`GET /health/live HTTP/1.1\r\n${host}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
});

test('HTTP/1.0 needs no Host, and a whole address may stand for a path', async () => {
  for (const request of [
    'GET /health/live HTTP/1.0\r\n\r\n',
    'GET http://a/health/live HTTP/1.1\r\nHost: a\r\n\r\n',
  ])
    expect(await overSocket(request)).toMatch(/^HTTP\/1.1 200 /);
});

function overSocket(request: string): Promise<string> {
  const { port } = server.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8').on('data', (data) => {
      answer += data;
      socket.end();
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

test('a fault of the server is a 500 that gives nothing away but the id in the log', async () => {
  const { app, store } = await startServer([], { path: ':memory:' });
  await store.close();
  const response = await app.inject('/v1/quotes');
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({ type: '/problems/internal-error', errors: [] });
  expect(response.body).not.toMatch(/sqlite|database|driver|\.ts/i);
  const ready = await app.inject('/health/ready');
  expect([ready.statusCode, ready.headers['retry-after']]).toEqual([503, '5']);
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  await app.close();
});

test('while the event loop is overloaded, requests are refused at once, but health is answered', async () => {
  // Of the servers of these tests, this one alone refuses where the machine stalls.
  const { store } = await withServer([]);
  const app = await buildApp({ config: { logLevel: 'silent' }, store });
  onTestFinished(() => app.close());
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const ask = (url: string) => fetch(address + url);
  const status = async (url: string) => (await ask(url)).status;
  // The second time it is kept.
  for (const _ of [1, 2]) expect(await status('/v1/quotes')).toBe(200);
  for (const _ of [1, 2, 3]) {
    for (const end = Date.now() + 1500; Date.now() < end; );
    await setImmediate();
  }
  const refused = await ask('/v1/quotes');
  expect(await refused.json()).toMatchObject({ type: '/problems/unavailable', status: 503 });
  expect(refused.headers.get('retry-after')).toBe('5');
  // So that a page of another origin can read it.
  expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
  expect(await status('/health/live')).toBe(200);
  while ((await status('/v1/quotes')) !== 200) await setTimeout(100);
});
