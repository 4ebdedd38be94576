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

test('eight exports run at one time, of one address half; one more is told when to come back', async () => {
  const { url } = await serveLargeFile();
  const running = new Map<string, IncomingMessage[]>();
  const refused = new Map<string, unknown>();
  // Each takes as many as it gets; the last one comes when all places are taken.
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::1', '2001:db8:0:1::1']) {
    const own: IncomingMessage[] = [];
    running.set(address, own);
    while (!refused.has(address)) {
      const format = own.length % 2 === 0 ? 'ndjson' : 'csv';
      const response = await begin(`${url}.${format}`, address);
      if (response.statusCode === 200) own.push(response);
      else {
        expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5']);
        expect(response.headers['content-disposition']).toBeUndefined();
        const { type, detail } = JSON.parse(await readOn(response));
        expect(type).toBe('/problems/unavailable');
        refused.set(address, detail);
      }
      expect(own.length).toBeLessThan(100);
    }
  }
  expect(Array.from(running.values(), ({ length }) => length)).toEqual([4, 2, 1, 1, 0]);
  expect(refused.get('192.0.2.1')).toBe(
    'Of the 8 exports that may run at one time, 4 are of this address; what is left is for others.',
  );
  expect(refused.get('2001:db8:0:1::1')).toBe(
    'No more than 8 exports run at one time, and so many do.',
  );
  const sqlite = url.replace('quotes', 'article-facts.sqlite');
  for (const file of [`${url}.xlsx`, sqlite])
    expect((await begin(file, '192.0.2.9')).statusCode, file).toBe(503);
  // HEAD, and who has it already, need no place.
  const head = await fetch(`${url}.ndjson`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  running.get('192.0.2.1')?.[0]?.destroy();
  while ((await begin(sqlite, '192.0.2.9')).statusCode !== 200) await setTimeout(5);
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
  await store.write((writing) => insertQuote(writing, 'zzz', JSON.stringify(broken)));
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
