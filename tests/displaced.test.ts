import {
  copyFileSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { openDatabase } from '../src/store/sqlite/connection.ts';
import { createPlanRunner } from '../src/store/sqlite/runner.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

/** A server on a file that has been written to. */
async function serveFile(content: Bundle[]) {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  const path = join(folder, 'facts.db');
  const server = await startServer(content, { path });
  onTestFinished(async () => {
    await stopServer(server).catch(() => {});
    rmSync(folder, { recursive: true });
  });
  expect((await put(server, 'b')).statusCode).toBe(201);
  expect((await server.ask('/health/ready')).statusCode).toBe(200);
  return { server, path };
}

function put({ ask }: TestServer, id: string) {
  const url = `/v1/articles/${id}/bundle`;
  return ask({ method: 'PUT', url, payload: bundleOf(id), headers: withKey });
}

test.each<[string, (path: string) => void]>([
  ['removed', (path) => rmSync(path)],
  [
    'replaced by a copy of itself',
    (path) => {
      copyFileSync(path, `${path}.copy`);
      renameSync(`${path}.copy`, path);
    },
  ],
  ['without its log', (path) => rmSync(`${path}-wal`)],
])(
  'where the file is %s under the server, readiness fails, nothing is written, and all is read',
  async (_what, displace) => {
    const { server, path } = await serveFile([bundleOf('a')]);
    displace(path);
    const ready = await server.ask('/health/ready');
    expect([ready.statusCode, ready.json().type]).toEqual([503, '/problems/unavailable']);
    expect((await put(server, 'c')).statusCode).toBe(503);
    expect((await server.ask('/health/live')).statusCode).toBe(200);
    expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(() => server.store.check()).toThrow(/stop the server, put the right file in its place/);
  },
);

test.each([0, 4096])(
  'where the file is cut off to %i bytes, readiness fails, and nothing is written',
  async (size) => {
    const { server, path } = await serveFile([bundleOf('a')]);
    truncateSync(path, size);
    expect((await server.ask('/health/ready')).statusCode).toBe(503);
    expect((await put(server, 'c')).statusCode).toBe(503);
    expect((await server.ask('/health/live')).statusCode).toBe(200);
    expect(() => server.store.check()).toThrow(/was cut off, or written over, while it was open/);
  },
);

test('where a part of the file is damaged, whoever meets it gets a 500, and from then on readiness fails', async () => {
  const content = Array.from({ length: 300 }, (_, index) => bundleOf(`w-${index}`));
  const { server, path } = await serveFile(content);
  await stopServer(server);
  const again = await startServer([], { path });
  onTestFinished(() => stopServer(again));
  const file = openSync(path, 'r+');
  // All but the first pages, which every request reads.
  for (let page = 30; page < 180; page++) writeSync(file, Buffer.alloc(4096), 0, 4096, page * 4096);
  const statuses: number[] = [];
  for (const address of [
    'articles?count=exact&limit=1',
    'articles/w-3',
    'quotes',
    'quotes?limit=9',
  ])
    statuses.push((await again.ask(`/v1/${address}`)).statusCode);
  expect(statuses).toContain(500);
  // However the state ends that was being read: the next request is answered, and a write refused at once.
  await setImmediate();
  expect((await again.ask('/health/live')).statusCode).toBe(200);
  expect((await put(again, 'c')).statusCode).toBe(503);
  expect((await again.ask('/health/ready')).statusCode).toBe(503);
  expect(() => again.store.check()).toThrow(/put back a copy that is whole/);
});

test('where the engine ends a read by itself, as at an error of the disk, the next one is answered', async () => {
  const { path } = await serveFile([bundleOf('a')]);
  const database = openDatabase(path, { readonly: true });
  const plans = createPlanRunner(database);
  const { mark } = await plans.state();
  database.exec('rollback');
  // Else the process would end here.
  await setImmediate();
  expect(await plans.state()).toMatchObject({ mark });
  plans.forget();
  database.close();
});

test('however often readiness and metrics are asked for, the log has each change once', async () => {
  const { server, path } = await serveFile([bundleOf('a')]);
  const lines: string[] = [];
  const logTo = new PassThrough().on('data', (data) => lines.push(JSON.parse(data).msg));
  const app = await buildApp({
    config: { logLevel: 'info' },
    logTo,
    store: server.store,
    metrics: new Registry(),
    longestTurnMs: 0,
  });
  onTestFinished(() => app.close());
  const statuses = async () => {
    const answers = [];
    for (let asked = 0; asked < 3; asked++)
      for (const url of ['/health/ready', '/metrics']) answers.push(await app.inject(url));
    return answers.map(({ statusCode }) => statusCode);
  };
  const [ready, failing] = [
    [200, 200],
    [503, 200],
  ].map((two) => [...two, ...two, ...two]);

  expect(await statuses()).toEqual(ready);
  expect(lines).toEqual([]);
  renameSync(path, `${path}.away`);
  expect(await statuses()).toEqual(failing);
  expect(lines.splice(0)).toEqual([
    expect.stringMatching(/^the database can't be used as it is: .* was removed while it was open/),
  ]);
  renameSync(`${path}.away`, path);
  expect(await statuses()).toEqual(ready);
  expect(lines.splice(0)).toEqual(['the database can be used again']);
  await server.store.close();
  expect(await statuses()).toEqual(failing);
  // Each metric is told by itself.
  expect(lines.toSorted()).toEqual([
    expect.stringMatching(/^the database can't be used as it is: /),
    'the database does not answer',
    'the database does not answer',
  ]);
});
