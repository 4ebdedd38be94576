import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleSlug, problemExamples } from '../openapi/problem-examples.ts';
import { buildApp } from '../src/app.ts';
import { exampleBundle } from '../src/bundle/schema.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('seed');
});
afterAll(() => stopServer(server));

const put = (payload: unknown, headers: object = withKey): InjectOptions => ({
  method: 'PUT',
  url: '/v1/articles/town-bridge-2024/bundle',
  headers: { 'content-type': 'application/json', ...headers },
  payload: JSON.stringify(payload),
});

const { article, articleText, actors } = exampleBundle;
const verification = '/v1/articles/putin-china-visit-2024/verification';

test.each<[ExampleSlug, string | InjectOptions]>([
  ['invalid-parameter', '/v1/quotes?speker=xi-jinping'],
  ['not-found', '/v1/quotes/nobody'],
  ['invalid-body', put({ article: { ...article, languge: 'en' } })],
  ['unauthorized', put(exampleBundle, {})],
  [
    'conflict',
    put({ article, articleText, actors: [{ ...actors[0], id: 'china', kind: 'organization' }] }),
  ],
  ['precondition-failed', put(exampleBundle, { ...withKey, 'if-match': '"0"' })],
  ['body-too-large', { method: 'POST', url: verification, payload: { text: 'a'.repeat(2 ** 20) } }],
  ['unsupported-media-type', put(exampleBundle, { ...withKey, 'content-type': 'text/plain' })],
])('the example of %s is what the server answers', async (slug, request) => {
  expect(told(await server.ask(request))).toEqual(exampleOf(slug));
});

test('so is the example of too-many-requests, after a while', async () => {
  const wrong = () => server.ask(put(exampleBundle, { authorization: 'Bearer wrong' }));
  let answer = await wrong();
  while (answer.statusCode === 401) answer = await wrong();
  expect(told(answer)).toEqual(exampleOf('too-many-requests'));
});

test('so is the example of read-only, where no keys are configured', async () => {
  const app = await buildApp({ config: { logLevel: 'silent' }, store: server.store });
  expect(told(await app.inject(put(exampleBundle)))).toEqual(exampleOf('read-only'));
  await app.close();
});

function exampleOf(slug: ExampleSlug) {
  return problemExamples[slug].toProblem(null);
}

function told(answer: { json(): object }) {
  return { ...answer.json(), instance: null };
}
