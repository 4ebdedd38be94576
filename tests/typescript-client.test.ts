import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type ClientOptions, createClient, ProblemError } from '../sdk/typescript/src/index.ts';
import { copyDatabase } from '../src/store/sqlite/copy.ts';
import { bundleOf } from './support/article.ts';
import { temporaryFolder } from './support/process.ts';
import { load, startServer, stopServer, type TestServer } from './support/server.ts';

let server: TestServer;
let baseUrl: string;
beforeAll(async () => {
  server = await startServer('seed');
  baseUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => stopServer(server));

const client = (options: Omit<ClientOptions, 'baseUrl'> = {}) =>
  createClient({ baseUrl, key: 'test-key', ...options });

/** A fetch that gives these answers first, and from then on what the server answers; it notes what comes to pass. */
function answeringFirst(...first: Response[]) {
  const seen: string[] = [];
  return {
    seen,
    async fetch(request: Request): Promise<Response> {
      const response = first.shift() ?? (await fetch(request));
      seen.push(`${request.method} ${response.status}`);
      return response;
    },
  };
}

const told = (status: number, after?: string) =>
  new Response(null, { status, headers: after === undefined ? {} : { 'retry-after': after } });

test('a list goes on to its end, in the order of its pages', async () => {
  const walked: string[] = [];
  for await (const { id } of client().list('/v1/events', { limit: 20, status: ['occurred'] }))
    walked.push(id);
  const { data } = await server.get('/v1/events?limit=100&status=occurred');
  expect(data.length).toBeGreaterThan(20);
  expect(walked).toEqual(data.map(({ id }) => id));
});

test('what is asked for is put into the path and the query, one value or several', async () => {
  const { page, data } = await client().get('/v1/quotes', {
    speaker: 'wang-wenbin',
    kind: ['direct', 'mixed'],
    count: 'exact',
  });
  expect([page.total, data[0]?.kind]).toEqual([1, 'direct']);
  const met: string[] = [];
  for await (const { actor } of client().list('/v1/actors/{actor}/connections', {
    actor: 'xi-jinping',
  }))
    met.push(actor.id);
  expect(met).toContain('vladimir-putin');
});

test('an error is thrown with all that the problem says', async () => {
  const error = await client()
    .get('/v1/quotes', { language: '?' })
    .catch((it) => it);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({
    type: '/problems/invalid-parameter',
    slug: 'invalid-parameter',
    status: 400,
    detail: expect.stringContaining('language'),
    errors: [{ in: 'query', name: 'language' }],
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('an error of something before the server is thrown too', async () => {
  const before = answeringFirst(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(client(before).get('/v1/quotes')).rejects.toMatchObject({
    status: 502,
    slug: null,
    detail: '<h1>Bad gateway</h1>',
  });
});

test('an answer is used again as long as the server says that it holds', async () => {
  const counting = answeringFirst();
  const api = client(counting);
  const list = () => api.get('/v1/articles', { language: ['en'] });
  const before = await list();
  expect(await list()).toEqual(before);
  await api.putBundle('new', bundleOf('new'));
  expect((await list()).data).toHaveLength(before.data.length + 1);
  expect(counting.seen).toEqual(['GET 200', 'GET 304', 'PUT 201', 'GET 200']);
  await api.deleteBundle('new');
});

test('no more is kept than is asked for', async () => {
  const counting = answeringFirst();
  const api = client({ ...counting, keep: 3000 });
  for (const id of ['china', 'russia', 'china']) await api.get('/v1/actors/{actor}', { actor: id });
  await api.get('/v1/events');
  await api.get('/v1/events');
  expect(counting.seen).toEqual(['GET 200', 'GET 200', 'GET 304', 'GET 200', 'GET 200']);
});

test('what is safe to repeat is asked again when the server says so', async () => {
  const busy = answeringFirst(told(503, '0'), told(429, new Date(0).toUTCString()));
  await client(busy).putBundle('again', bundleOf('again'));
  await client(busy).deleteBundle('again');
  expect(busy.seen).toEqual(['PUT 503', 'PUT 429', 'PUT 201', 'DELETE 204']);
});

test('what isn’t is asked once, as is what fails otherwise or would take too long', async () => {
  const once = answeringFirst(told(503, '0'), told(500, '0'), told(503, '61'));
  const api = client(once);
  await expect(
    api.http.POST('/v1/articles/{article}/verification', {
      params: { path: { article: 'putin-china-visit-2024' } },
      body: { text: 'x' },
    }),
  ).rejects.toMatchObject({ status: 503 });
  await expect(api.get('/v1/places')).rejects.toMatchObject({ status: 500 });
  await expect(api.get('/v1/places')).rejects.toMatchObject({ status: 503 });
  expect(once.seen).toEqual(['POST 503', 'GET 500', 'GET 503']);
});

test('it gives up after as many times as it was told', async () => {
  const busy = answeringFirst(told(503, '0'), told(503, '0'), told(503, '0'));
  await expect(client({ ...busy, retries: 2 }).get('/v1/places')).rejects.toMatchObject({
    status: 503,
  });
  expect(busy.seen).toHaveLength(3);
});

test('an export comes as it is, or item by item', async () => {
  const csv = await new Response(await client().stream('/v1/exports/quotes.csv')).text();
  expect(csv).toBe((await server.ask('/v1/exports/quotes.csv')).body);
  const items: unknown[] = [];
  for await (const item of client().lines('/v1/exports/quotes.ndjson')) items.push(item);
  expect(items).toEqual((await server.get('/v1/quotes?limit=100')).data);
});

test('an export that breaks off throws, after the items that came', async () => {
  const broken = createServer((_request, response) => {
    response.write('{"id":"a"}\n{"id":"b');
  });
  onTestFinished(() => void broken.close());
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  const { port } = broken.address() as AddressInfo;
  const lines = createClient({ baseUrl: `http://127.0.0.1:${port}` }).lines(
    '/v1/exports/places.ndjson',
  );
  expect((await lines.next()).value).toEqual({ id: 'a' });
  broken.closeAllConnections();
  await expect(lines.next()).rejects.toThrow();
});

test('who stops reading an export ends it', async () => {
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (it) => it.enqueue(new TextEncoder().encode('{"id":"a"}\n')),
    cancel() {
      isCancelled = true;
    },
  });
  for await (const { id } of client(answeringFirst(new Response(body))).lines(
    '/v1/exports/places.ndjson',
  ))
    if (id === 'a') break;
  expect(isCancelled).toBe(true);
});

test('a bundle is put back only if nobody has changed it', async () => {
  const api = client();
  const first = await api.putBundle('mine', bundleOf('mine'), { ifNoneMatch: '*' });
  expect([first.created, first.article.id, first.notices]).toEqual([true, 'mine', []]);
  const { bundle, etag } = await api.getBundle('mine');
  bundle.article.title = { en: 'Another title' };
  const second = await api.putBundle('mine', bundle, { ifMatch: etag });
  expect(second.created).toBe(false);
  await expect(api.putBundle('mine', bundle, { ifMatch: etag })).rejects.toMatchObject({
    slug: 'precondition-failed',
  });
  await expect(api.putBundle('mine', bundle, { ifNoneMatch: '*' })).rejects.toMatchObject({
    status: 412,
  });
  await api.deleteBundle('mine', { ifMatch: second.etag });
  await expect(api.getBundle('mine')).rejects.toMatchObject({ slug: 'not-found' });
});

test('changes come as long as there are any, and from where one stopped', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  const own = await startServer([bundleOf('a'), bundleOf('b')], { path });
  onTestFinished(() => stopServer(own));
  const api = createClient({ baseUrl: await own.app.listen({ host: '127.0.0.1', port: 0 }) });
  const seen: string[] = [];
  let resume = '';
  for await (const page of api.changes({ limit: 1, every: 0.01 })) {
    seen.push(...page.data.map(({ article }) => article));
    resume = page.resume;
    if (seen.length === 2) await load(own.store, [bundleOf('c')]);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual(['a', 'b', 'c']);

  await load(own.store, [bundleOf('d')]);
  const { value } = await api.changes({ resume }).next();
  expect(value.data.map(({ article }: { article: string }) => article)).toEqual(['d']);
});

test('changes end where an older database was put back, or the signal says so', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'facts.db'), join(folder, 'old.db')];
  const own = await startServer([bundleOf('a')], { path });
  onTestFinished(() => stopServer(own));
  const api = createClient({ baseUrl: await own.app.listen({ host: '127.0.0.1', port: 0 }) });
  await copyDatabase(path, copy);
  await load(own.store, [bundleOf('b')]);
  const { value } = await api.changes().next();
  await copyDatabase(copy, path);
  await expect(api.changes({ resume: value.resume }).next()).rejects.toMatchObject({
    slug: 'cursor-gone',
    status: 410,
  });

  const controller = new AbortController();
  const changes = api.changes({ signal: controller.signal, every: 3600 });
  await changes.next();
  const waiting = changes.next();
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});
