import { once } from 'node:events';
import { statSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { usualPace } from '../src/http/pace.ts';
import {
  begin,
  changeContent,
  insertQuote,
  isStateHeld,
  readOn,
  serveLargeFile,
} from './support/large-export.ts';

test('an export gives one state, whatever is put or asked while it lasts', async () => {
  const { app, store, url, total } = await serveLargeFile();
  const response = await begin(`${url}.ndjson?sort=id`);
  await changeContent(store, 'zz');
  expect((await app.inject('/v1/quotes?article=zz')).json().data).toHaveLength(2);
  const ids = (await readOn(response))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids.length).toBe(total);
  expect(ids).not.toContain('zz-voters-asked');
  const after = await begin(`${url}.ndjson?sort=id`);
  expect(after.headers.etag).not.toBe(response.headers.etag);
  expect((await readOn(after)).trimEnd().split('\n').length).toBe(total + 2);
});

test.each(['identity', 'gzip'])(
  'who hangs up in the middle of an export (%s) holds nothing any more',
  async (encoding) => {
    const { store, path, url } = await serveLargeFile();
    const request = get(`${url}.csv`, { agent: false, headers: { 'accept-encoding': encoding } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response, 'readable');
    await changeContent(store, 'b');
    if (encoding === 'identity') expect(isStateHeld(path)).toBe(true);
    response.destroy();
    while (isStateHeld(path)) await setTimeout(5);
  },
);

test('so many exports run at one time; one more is told when to come back', async () => {
  const { url } = await serveLargeFile();
  const running: IncomingMessage[] = [];
  let refused: Response | undefined;
  while (refused === undefined) {
    const response = await begin(`${url}.ndjson`);
    if (response.statusCode === 200) running.push(response);
    else refused = await fetch(`${url}.ndjson`);
    expect(running.length).toBeLessThan(100);
  }
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.has('content-disposition')).toBe(false);
  expect(await refused.json()).toMatchObject({
    type: '/problems/unavailable',
    detail: `No more than ${running.length} exports run at one time, and so many do.`,
  });
  // HEAD, and who has it already, need no place.
  const head = await fetch(`${url}.ndjson`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  running[0]?.destroy();
  while ((await begin(`${url}.ndjson`)).statusCode !== 200) await setTimeout(5);
});

test('an export that fails on the way never passes for a whole one', async () => {
  const { store, url } = await serveLargeFile();
  // Not as any quote is: the columns can't be read from it.
  const broken = {
    id: 'zzz',
    article: 'a',
    kind: 'direct',
    language: 'en',
    mentions: [{ start: 1 }],
  };
  await store.write((reading) => insertQuote(reading, 'zzz', JSON.stringify(broken)));
  const response = await begin(`${url}.csv?sort=id`);
  expect(response.statusCode).toBe(200);
  await expect(readOn(response)).rejects.toThrow('aborted');
  // Where it fails at once, it is an answer like any other.
  const early = await fetch(`${url}.csv?sort=id&order=desc`);
  expect([early.status, await early.json()]).toMatchObject([
    500,
    { type: '/problems/internal-error' },
  ]);
  expect(early.headers.has('etag')).toBe(false);
});

test('a server that is closed ends what is under way', async () => {
  const { app, store, url } = await serveLargeFile();
  const response = await begin(`${url}.ndjson`);
  const closing = Promise.all([app.close(), setImmediate()]);
  const ended = readOn(response);
  await closing;
  expect((await ended).endsWith('\n')).toBe(true);
  await store.close();
});

test.each([
  ['nothing', { ...usualPace, nothing: 300 }, 10_000],
  ['less than a mebibyte in the time for one', { ...usualPace, mebibyte: 300 }, 50],
  ['ever more, beyond the longest time', { ...usualPace, whole: 300 }, 5],
])('who takes %s is cut off, and holds nothing any more', async (_, pace, everyMs) => {
  const { store, path, url } = await serveLargeFile(pace);
  const response = await begin(`${url}.ndjson`);
  await changeContent(store, 'b');
  expect(isStateHeld(path)).toBe(true);
  const reading = setInterval(() => response.read(1000), everyMs);
  onTestFinished(() => clearInterval(reading));
  while (isStateHeld(path)) await setTimeout(50);
  clearInterval(reading);
  await expect(readOn(response)).rejects.toThrow('aborted');
});

test('a log that grew while an export held it is brought back when the export has ended', async () => {
  const { store, path, url, writeLarge } = await serveLargeFile();
  const response = await begin(`${url}.ndjson`);
  await writeLarge('more', 1000);
  const logSize = () => statSync(`${path}-wal`).size;
  const limit = 2 ** 25;
  expect(logSize()).toBeGreaterThan(limit);
  response.destroy();
  // Each write may bring it back, once nobody reads what was there before.
  for (let writes = 0; logSize() > limit; writes++) {
    expect(writes).toBeLessThan(100);
    await setTimeout(5);
    await changeContent(store, `article-${writes}`);
  }
});
