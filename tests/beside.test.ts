import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/store/sqlite/connection.ts';
import { createPlanRunner } from '../src/store/sqlite/runner.ts';
import { Overloaded } from '../src/store/store-error.ts';
import { bundleOf } from './support/article.ts';
import { temporaryFolder } from './support/process.ts';
import { load, startServer, stopServer } from './support/server.ts';

/** A server on a file for which nearly everything takes long. */
async function startBusyServer() {
  const path = join(temporaryFolder(), 'facts.db');
  const bounds = { few: 0, tried: 1, fewFacts: 0, ranked: 0 };
  return startServer([bundleOf('a'), bundleOf('b')], { path, bounds });
}

/** Different requests, so that none is given another one's answer. */
function countingUrls(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `/v1/quotes?count=exact&limit=${index + 1}`);
}

test('where too many requests that take long wait, one more is told when to come back', async () => {
  const server = await startBusyServer();
  onTestFinished(() => stopServer(server));
  const answers = await Promise.all(countingUrls(100).map((url) => server.ask(url)));
  const taken = answers.filter(({ statusCode }) => statusCode === 200);
  const refused = answers.filter(({ statusCode }) => statusCode === 503);
  expect(taken.length + refused.length).toBe(100);
  expect(taken.length).toBeGreaterThanOrEqual(64);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, body } of refused) {
    expect(headers['retry-after']).toBe('5');
    expect(JSON.parse(body)).toMatchObject({ type: '/problems/unavailable' });
  }
  for (const { body } of taken) expect(JSON.parse(body).page.total).toBe(4);
  expect((await server.get(countingUrls(1)[0] ?? '')).page.total).toBe(4);
});

test('what waited for another answer to end has what was stored meanwhile, in the same turn too', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  const server = await startServer([bundleOf('a')], { path });
  // As a thread beside the loop has it.
  const database = openDatabase(path, { readonly: true });
  onTestFinished(async () => {
    database.close();
    await stopServer(server);
  });
  const runner = createPlanRunner(database, { beside: true });
  const count = async () => (await runner.answer('counts', { tables: ['articles'] })).answer;
  let isLater = false;
  setImmediate(() => {
    isLater = true;
  });
  expect(await count()).toEqual({ articles: 1 });
  await load(server.store, [bundleOf('b')]);
  expect(isLater).toBe(false);
  expect(await count()).toEqual({ articles: 2 });
});

test('who has gone is dropped from those who wait, and makes room for others', async () => {
  const server = await startBusyServer();
  onTestFinished(() => stopServer(server));
  const plan = { tables: ['quotes'] };
  let answered = 0;
  let isGone = false;
  const ask = async (isGone = () => false) => {
    const asker = { name: 'anybody', isGone };
    const { quotes } = await server.store.ask('counts', plan, { tell: () => answered++, asker });
    return quotes;
  };
  // Two threads begin with two; as many as may wait do so, and go.
  const begun = [ask(), ask()];
  const gone = Array.from({ length: 64 }, () => ask(() => isGone));
  const abandoned = Promise.allSettled(gone);
  await new Promise(setImmediate);
  await expect(ask()).rejects.toThrow(Overloaded);
  isGone = true;
  const later = Array.from({ length: 60 }, () => ask());
  expect(await Promise.all([...begun, ...later])).toEqual(Array.from({ length: 62 }, () => 4));
  for (const result of await abandoned)
    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'Abandoned' } });
  expect(answered).toBe(62);
});

test('a client that hangs up isn’t answered beside the loop, and others who ask the same are', async () => {
  const server = await startBusyServer();
  onTestFinished(() => stopServer(server));
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const controller = new AbortController();
  const url = `${address}/v1/quotes?count=exact`;
  const hanging = fetch(`${url}&limit=99`, { signal: controller.signal });
  const same = fetch(`${url}&limit=99`);
  setTimeout(() => controller.abort(), 1);
  await expect(hanging.then((it) => it.json())).rejects.toThrow();
  expect(await (await same).json()).toMatchObject({ page: { total: 4 } });
});

test('a store that is closed answers first what it was asked', async () => {
  const server = await startBusyServer();
  const asked = countingUrls(10).map((url) => server.get(url));
  await new Promise(setImmediate);
  await stopServer(server);
  for (const { page } of await Promise.all(asked)) expect(page.total).toBe(4);
});

test('a request that can’t be answered beside the loop is an error of its own, and the next is answered', async () => {
  const server = await startBusyServer();
  onTestFinished(() => stopServer(server));
  const broken = server.store.ask('counts', { tables: ['no_such_table'] });
  await expect(broken).rejects.toThrow('no such table');
  expect((await server.get('/v1/quotes?count=exact')).page.total).toBe(4);
});

test('what is not counted in time is left out, and it is told that it is', async () => {
  const path = join(temporaryFolder(), 'facts.db');
  // None at all, so that every counting ends as it begins, with the first article that is looked at.
  const bounds = { few: 0, tried: 1, fewFacts: 0, ranked: 0, countingMs: -1 };
  const bundles = Array.from({ length: 400 }, (_, index) => bundleOf(`a${index}`));
  const server = await startServer(bundles, { path, bounds });
  onTestFinished(() => stopServer(server));
  const { get, ask } = server;
  for (const query of [
    'count=exact',
    'facets=kind,speaker,article',
    'facets=kind&not=kind:mixed',
  ]) {
    const response = await ask(`/v1/quotes?limit=2&${query}`);
    expect(response.json(), query).toMatchObject({
      page: { total: null, complete: false },
      facets: query.includes('facets') ? {} : null,
    });
    expect(response.json().data).toHaveLength(2);
    expect(response.headers['cache-control']).toBe('no-store');
  }
  const connections = await get('/v1/actors/town-council/connections');
  expect(connections).toMatchObject({ data: [], page: { complete: false } });
  const timeline = await get<object>('/v1/timeline?interval=year');
  expect(timeline).toMatchObject({ data: [], undated: 0, complete: false });
  // What nothing is counted for has all the time it takes.
  expect((await get('/v1/quotes?kind=direct&not=polarity:denied')).page.complete).toBe(true);
});
