import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { mutatedBodies } from './hostile/bodies.ts';
import { forgedCursors } from './hostile/cursors.ts';
import { failingConditions, strangeHeaders } from './hostile/headers.ts';
import { malformations, say } from './hostile/raw.ts';
import { readingsOf, rightRequests, wrongRequests } from './hostile/requests.ts';
import { type Answer, clientOf, expectSame } from './hostile/two-ways.ts';
import { anyBundle } from './support/any-bundle.ts';
import { bundleOf, text } from './support/article.ts';
import { startServer, stopServer, type TestServer, testKey, withKey } from './support/server.ts';

/** How many times as much is tried: once in the tests, more where there is time. */
const effort = Number(process.env.HOSTILE_EFFORT ?? 1);
const seed = Number(process.env.HOSTILE_SEED ?? 20);
const parameters = { seed, endOnFailure: true };

/** What is asked within the process: by the framework alone. */
let server: TestServer;
/** What listens, on the same content. */
let front: FastifyInstance;
let askOverSocket: ReturnType<typeof clientOf>;
beforeAll(async () => {
  server = await startServer([bundleOf('a'), bundleOf('b')]);
  front = await buildApp({
    config: { logLevel: 'silent', apiKeys: [testKey] },
    store: server.store,
    longestTurnMs: 0,
  });
  askOverSocket = clientOf(front);
  await front.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await front.close();
  await stopServer(server);
});

/** Asks over a socket, and what only reads also the framework, which has to say the same. */
async function ask(request: string | InjectOptions): Promise<Answer> {
  const options = typeof request === 'string' ? { url: request } : request;
  const answer = await askOverSocket(options);
  if (answer.headers['content-encoding'] === undefined) server.check(options, answer);
  const told = `${options.url} ${JSON.stringify(options.headers ?? {})}`;
  if (options.method === undefined) expectSame(answer, await server.app.inject(options), told);
  return answer;
}

const ids = {
  article: 'a',
  quote: 'a-we-will-build-it',
  actor: 'ada-stein',
  place: 'uberdorf',
  event: 'a-council-meeting',
  statistic: 'a-voters-share',
};

/** Samples the same values whenever it is run. */
const sample = <Value>(values: fc.Arbitrary<Value>, count: number) =>
  fc.sample(values, { seed, numRuns: count });

const asJson = (body: unknown) => ({
  payload: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** All that is stored, and in which state. */
async function stored(): Promise<unknown[]> {
  const bundles = await Promise.all(
    ['a', 'b'].map((id) => server.get(`/v1/articles/${id}/bundle`)),
  );
  return [await server.store.mark(), (await server.get('/v1/articles')).data, ...bundles];
}

/** Runs it, and expects that nothing stored is another thing than before. @returns how many were tried */
async function changingNothing(work: () => Promise<number>): Promise<number> {
  const before = await stored();
  const tried = await work();
  expect(await stored()).toEqual(before);
  return tried;
}

test('every parameter of every operation, wrong in every way, is refused by its name', async () => {
  const tried = await changingNothing(async () => {
    let count = 0;
    for (const requests of wrongRequests(server.document, readingsOf(server.document, ids)))
      for (const { url, fault } of sample(requests, effort)) {
        const response = await ask(url);
        const told = `${url.slice(0, 300)} ${fault?.how}: ${response.body.slice(0, 300)}`;
        expect(response.statusCode, told).toBe(400);
        const { errors } = JSON.parse(response.body);
        expect(
          errors.map(({ name }: { name: string }) => name),
          told,
        ).toContain(fault?.name);
        count++;
      }
    return count;
  });
  expect(tried).toBeGreaterThanOrEqual(2000);
}, 120_000);

test('every value of a right bundle, wrong in every way, is refused with its place', async () => {
  const right = { ...bundleOf('a'), articleText: text };
  const tried = await changingNothing(async () => {
    let count = 0;
    for (const bundles of mutatedBodies(server.document, 'Bundle', right))
      for (const { body, pointer, how } of sample(bundles, effort)) {
        const payload = JSON.stringify(body);
        const headers = { ...withKey, 'content-type': 'application/json' };
        const response = await ask({
          method: 'PUT',
          url: '/v1/articles/a/bundle',
          payload,
          headers,
        });
        const told = `${pointer} ${how}: ${payload.slice(0, 100)} ${response.body.slice(0, 400)}`;
        expect(response.statusCode, told).toBe(400);
        const names: string[] = JSON.parse(response.body).errors.map(
          ({ name }: { name: string }) => name,
        );
        const parent = pointer.slice(0, pointer.lastIndexOf('/'));
        expect(
          names.some(
            (it) =>
              it.startsWith(pointer) ||
              (how === 'is left out' && it === parent) ||
              (it !== '' && pointer.startsWith(it)),
          ),
          told,
        ).toBe(true);
        count++;
      }
    return count;
  });
  expect(tried).toBeGreaterThanOrEqual(500);
}, 120_000);

test('every text to verify that is wrong is refused with its place', async () => {
  const tried = await changingNothing(async () => {
    let count = 0;
    for (const bodies of mutatedBodies(server.document, 'VerificationRequest', { text }))
      for (const { body, pointer, how } of sample(bodies, 5 * effort)) {
        const url = '/v1/articles/a/verification';
        const response = await ask({ method: 'POST', url, ...asJson(body) });
        const told = `${pointer} ${how}: ${response.body.slice(0, 300)}`;
        expect(response.statusCode, told).toBe(400);
        expect(JSON.parse(response.body).errors, told).toMatchObject([{ in: 'body' }]);
        count++;
      }
    return count;
  });
  expect(tried).toBeGreaterThanOrEqual(20);
}, 120_000);

test('a write on a condition that doesn’t hold is refused, and writes nothing', async () => {
  const url = '/v1/articles/a/bundle';
  const { headers } = await ask(url);
  await changingNothing(async () => {
    const conditions = sample(failingConditions(String(headers.etag)), 60 * effort);
    for (const condition of conditions)
      for (const method of ['PUT', 'DELETE'] as const) {
        const sent = method === 'PUT' ? asJson(bundleOf('a')) : { headers: {} };
        const all = { ...withKey, ...sent.headers, ...condition };
        const { statusCode, body } = await ask({ ...sent, method, url, headers: all });
        expect(statusCode, `${method} ${JSON.stringify(condition)} ${body}`).toBe(412);
      }
    return conditions.length;
  });
}, 120_000);

test('no cursor is taken that wasn’t given', async () => {
  const lists = [
    '/v1/articles?limit=1',
    '/v1/quotes?limit=1&sort=date',
    '/v1/mentions?limit=1',
    '/v1/search?limit=1&q=the',
    '/v1/changes?limit=1',
  ];
  await changingNothing(async () => {
    let count = 0;
    for (const url of lists) {
      const { page } = await server.get(url);
      for (const cursor of sample(forgedCursors(page.next ?? ''), 60 * effort)) {
        const response = await ask(`${url}&cursor=${encodeURIComponent(cursor)}`);
        expect([400, 410], `${url} ${cursor} ${response.body}`).toContain(response.statusCode);
        expect(JSON.parse(response.body).errors).toMatchObject([{ in: 'query', name: 'cursor' }]);
        count++;
      }
    }
    return count;
  });
}, 120_000);

test('what is no request is answered with a problem', async () => {
  const { port } = front.server.address() as AddressInfo;
  await changingNothing(async () => {
    let count = 0;
    for (const requests of malformations)
      for (const bytes of sample(requests, 20 * effort)) {
        const answer = await say(port, bytes);
        expect(answer, JSON.stringify(bytes.slice(0, 200))).toMatch(
          /^HTTP\/1\.1 4\d\d [\s\S]*application\/problem\+json[\s\S]*"type":"\/problems\//,
        );
        count++;
      }
    return count;
  });
}, 120_000);

test('right requests for reading are never refused', async () => {
  for (const reading of readingsOf(server.document, ids))
    for (const { url } of sample(
      rightRequests(server.document, reading),
      (reading.path.endsWith('.xlsx') ? 10 : 95) * effort,
    )) {
      const response = await ask(url);
      // A range that ends before it begins is a fault, which no schema tells.
      const isTurned =
        response.statusCode === 400 && /must not be (earlier|less) than/.test(response.body);
      expect(isTurned ? 200 : response.statusCode, `${url} ${response.body.slice(0, 300)}`).toBe(
        200,
      );
    }
}, 300_000);

test('reading is refused for no header, whatever it says', async () => {
  const headers = sample(strangeHeaders, 150 * effort);
  for (const [index, header] of headers.entries()) {
    const url = `/v1/quotes?limit=${(index % 100) + 1}`;
    const response = await ask({ url, headers: header });
    expect([200, 304], `${JSON.stringify(header)} ${response.body}`).toContain(response.statusCode);
  }
}, 120_000);

test('no text to verify is refused that is right', async () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  for (const one of sample(texts, 100 * effort)) {
    const url = '/v1/articles/a/verification';
    const response = await ask({ method: 'POST', url, ...asJson({ text: one }) });
    expect(response.statusCode, `${JSON.stringify(one)} ${response.body}`).toBe(200);
  }
}, 120_000);

test('right bundles are never refused', async () => {
  await fc.assert(
    fc.asyncProperty(anyBundle, async ({ bundle, text: articleText }) => {
      const url = '/v1/articles/an-article/bundle';
      const answer = await ask({
        method: 'PUT',
        url,
        headers: withKey,
        payload: { ...bundle, articleText },
      });
      expect([200, 201], answer.body).toContain(answer.statusCode);
    }),
    { ...parameters, numRuns: 60 * effort },
  );
  expect(
    (
      await ask({
        method: 'DELETE',
        url: '/v1/articles/an-article/bundle',
        headers: withKey,
      })
    ).statusCode,
  ).toBe(204);
}, 120_000);
