import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

/** A server on a file, where a thread of its own writes, and another program's connection to that file. */
async function serveFile(content: Bundle[]) {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  const path = join(folder, 'facts.db');
  const server = await startServer(content, { path });
  const other = new Database(path);
  onTestFinished(async () => {
    other.close();
    await stopServer(server);
    rmSync(folder, { recursive: true });
  });
  return { server, other };
}

function put({ ask }: TestServer, bundle: Bundle) {
  const url = `/v1/articles/${bundle.article.id}/bundle`;
  return ask({ method: 'PUT', url, payload: bundle, headers: withKey });
}

/** An article of so many statistics. */
function large(id: string, count: number): Bundle {
  return bundleOf(id, (bundle) => {
    bundle.statistics = Array.from({ length: count }, (_, index) =>
      bundle.statistics.slice(0, 1).map((one) => ({ ...one, id: `${id}-${index}` })),
    ).flat();
  });
}

test('while a large bundle is stored, others are answered; what it says is there with its answer', async () => {
  const { server } = await serveFile([bundleOf('a')]);
  const order: string[] = [];
  const stored = put(server, large('b', 3000)).then((answer) => {
    order.push('stored');
    return answer;
  });
  for (let number = 1; number <= 5; number++) {
    // Each another one, so that no kept answer is given.
    await server.get(`/v1/quotes?limit=${number}`);
    order.push('read');
  }
  expect((await stored).statusCode).toBe(201);
  expect(order).toEqual(['read', 'read', 'read', 'read', 'read', 'stored']);
  expect((await server.get('/v1/statistics?article=b&count=exact')).page.total).toBe(3000);
});

test('while an article of very many facts is removed, others are answered', async () => {
  const crowded = bundleOf('b', (bundle) => {
    const members = Array.from({ length: 3000 }, (_, index) => `member-${index}`);
    const [, council] = bundle.actors;
    for (const id of members)
      bundle.actors.push(Object.assign(structuredClone(council) ?? {}, { id }) as never);
    const participants = members.map((actor) => ({ actor, role: 'attendee' }));
    Object.assign(bundle.events[0] ?? {}, { participants });
  });
  const { server } = await serveFile([bundleOf('a'), crowded]);
  const order: string[] = [];
  const removing = server
    .ask({ method: 'DELETE', url: '/v1/articles/b/bundle', headers: withKey })
    .then(({ statusCode }) => order.push(`removed ${statusCode}`));
  for (let number = 1; number <= 5; number++) {
    await server.get(`/v1/quotes?limit=${number}`);
    order.push('read');
  }
  await removing;
  expect(order).toEqual(['read', 'read', 'read', 'read', 'read', 'removed 204']);
  expect((await server.get('/v1/actors?count=exact')).page.total).toBe(3);
});

test('what is refused is refused as elsewhere: with every fault, by its place', async () => {
  const { server } = await serveFile([]);
  const wrong = bundleOf('a', ({ article }) => {
    article.language = 'no language';
  });
  const refused = await put(server, wrong);
  expect([refused.statusCode, refused.json().errors[0].name]).toEqual([400, '/article/language']);
  const answer = await server.ask({
    method: 'PUT',
    url: '/v1/articles/b/bundle',
    payload: '{"article":',
    headers: { ...withKey, 'content-type': 'application/json' },
  });
  expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/invalid-body']);
  expect((await server.get('/v1/articles')).data).toEqual([]);
});

test('while another program has the lock, reads are answered and writes wait, as many as there is room for', async () => {
  const { server, other } = await serveFile([bundleOf('a')]);
  other.exec('begin immediate');
  const ids = Array.from({ length: 40 }, (_, index) => `b${index}`);
  const answers = Promise.all(ids.map((id) => put(server, bundleOf(id))));
  expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual(['a']);
  other.exec('commit');
  const statuses = (await answers).map(({ statusCode }) => statusCode);
  const refused = (await answers).filter(({ statusCode }) => statusCode === 503);
  expect(new Set(statuses)).toEqual(new Set([201, 503]));
  expect(refused.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  const { page } = await server.get('/v1/articles?count=exact');
  expect(page.total).toBe(1 + statuses.filter((status) => status === 201).length);
});

test('where the lock isn’t given back, the write is refused, and nothing of it is stored', async () => {
  const { server, other } = await serveFile([bundleOf('a')]);
  other.exec('begin immediate');
  const refused = await put(server, bundleOf('b'));
  expect([refused.statusCode, refused.json().type]).toEqual([503, '/problems/unavailable']);
  other.exec('rollback');
  expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual(['a']);
  expect((await put(server, bundleOf('b'))).statusCode).toBe(201);
});
