import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { InjectOptions } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { bundleOf } from './support/article.ts';
import { readPage } from './support/pages.ts';

const key = 'k3y-of-the-newsdesk';
const digest = createHash('sha256').update(key).digest();

/** A server that writes all it can into its log, which can be read. */
async function serve(trustProxy: string[] | false = false) {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  const logTo = new PassThrough();
  let log = '';
  logTo.setEncoding('utf8').on('data', (line) => {
    log += line;
  });
  const app = await buildApp({
    config: { logLevel: 'trace', apiKeys: [{ name: 'newsdesk', digest }], trustProxy },
    store,
    logTo,
    longestTurnMs: 0,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  const put = (headers: Record<string, string>, more: Partial<InjectOptions> = {}) =>
    app.inject({
      method: 'PUT',
      url: '/v1/articles/a/bundle',
      payload: bundleOf('a'),
      headers,
      ...more,
    });
  return { app, put, log: () => log };
}

const bearing = (presented: string) => ({ authorization: `Bearer ${presented}` });

test('nothing but the key is taken for it, neither its digest nor its beginning', async () => {
  const { put } = await serve();
  for (const wrong of [
    digest.toString('hex'),
    digest.toString('base64'),
    key.slice(0, -1),
    `${key}a`,
    key.toUpperCase(),
    'newsdesk',
    '',
    'é'.repeat(20),
    'a'.repeat(8000),
  ])
    expect((await put(bearing(wrong))).statusCode, wrong).toBe(401);
  expect((await put(bearing(key))).statusCode).toBe(201);
});

test('whoever guesses keys can’t take another address by naming one, unless a trusted proxy names it', async () => {
  const guess = async (trustProxy: string[] | false) => {
    const { put } = await serve(trustProxy);
    const statuses = new Set<number>();
    for (let count = 1; count <= 25; count++)
      statuses.add(
        (await put({ ...bearing('wrong'), 'x-forwarded-for': `192.0.2.${count}` })).statusCode,
      );
    return [...statuses];
  };
  expect(await guess(false)).toEqual([401, 429]);
  expect(await guess(['10.0.0.0/8'])).toEqual([401, 429]);
  expect(await guess(['127.0.0.1'])).toEqual([401]);
});

test('the log has neither keys nor what is looked for, at any level, though it has every request', async () => {
  const { app, put, log } = await serve();
  await put(bearing(key));
  await put(bearing('wr0ng-guess'));
  for (const url of [
    '/v1/search?q=s3cret-words',
    '/v1/quotes?speaker=s3cret-words',
    '/v1/quotes?s3cret-words=1',
    '/search?q=s3cret-words',
    '/nowhere?s3cret-words',
    '/v1/quotes/%ff?s3cret-words',
  ])
    await app.inject({ url, headers: { ...bearing(key), cookie: 's3cret-words' } });
  await app.inject({
    method: 'POST',
    url: '/v1/articles/a/verification',
    payload: { text: 's3cret-words' },
  });
  await expect.poll(() => log().match(/"request completed"/g)?.length).toBeGreaterThanOrEqual(8);
  expect(log()).not.toMatch(/s3cret|k3y-of|wr0ng/);
});

test('one file alone reads who asks to write, and compares digests in constant time', () => {
  const files = globSync('src/**/*.ts', { cwd: inPackage('.') });
  const reading = files.filter((file) =>
    /headers\.authorization|authorization'\]/.test(readPage(file)),
  );
  expect(reading).toEqual(['src/http/keys.ts']);
  const [comparison] = readPage('src/http/keys.ts').match(/keys\.(filter|find|some)\(.*/) ?? [];
  // All of them are compared, so that not even which key it is takes another time.
  expect(comparison).toMatch(/^keys\.filter\(\(key\) => timingSafeEqual\(key\.digest, digest\)\)/);
});
