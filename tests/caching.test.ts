import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleOf } from './support/article.ts';
import { load, withServer } from './support/server.ts';

test('an answer that is kept is the same, headers and all, until the content changes', async () => {
  const { app, store, get } = await withServer([bundleOf('a')]);
  const [first, second] = [await app.inject('/v1/quotes'), await app.inject('/v1/quotes')];
  expect(second.body).toBe(first.body);
  const withoutDate = ({ date: _, ...headers }: Record<string, unknown>) => headers;
  const connection = { connection: 'keep-alive' };
  expect({ ...connection, ...withoutDate(second.headers) }).toEqual({
    ...connection,
    ...withoutDate(first.headers),
  });

  await load(store, [bundleOf('b')]);
  const { data } = await get('/v1/quotes');
  expect(data.map(({ article }) => article)).toEqual(['a', 'a', 'b', 'b']);
  expect((await app.inject('/v1/quotes')).headers.etag).not.toBe(first.headers.etag);
});

test('an answer is compressed for whoever takes it, with an ETag of its own', async () => {
  const { app } = await withServer([bundleOf('a'), bundleOf('b')]);
  const ask = (encoding: string) =>
    app.inject({ url: '/v1/quotes', headers: { 'accept-encoding': encoding } });
  const plain = await app.inject('/v1/quotes');
  expect(plain.headers).not.toHaveProperty('content-encoding');
  // Twice: the first is made, the second is kept.
  for (const _ of [1, 2])
    for (const [accepted, encoding, decompress] of [
      ['gzip', 'gzip', gunzipSync],
      ['gzip, br', 'br', brotliDecompressSync],
    ] as const) {
      const response = await ask(accepted);
      expect(response.headers).toMatchObject({
        'content-encoding': encoding,
        vary: 'Accept-Encoding',
      });
      expect(decompress(response.rawPayload).toString()).toBe(plain.body);
      expect(response.headers.etag).not.toBe(plain.headers.etag);
      const again = await app.inject({
        url: '/v1/quotes',
        headers: { 'accept-encoding': accepted, 'if-none-match': String(response.headers.etag) },
      });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  for (const refused of ['identity', 'gzip;q=0', 'zstd'])
    expect((await ask(refused)).body).toBe(plain.body);
});

test.each([
  // The same answer under another address, so that none is kept yet.
  ['/v1/quotes?limit=20', '/v1/quotes'],
  ['/v1/exports/quotes.ndjson', '/v1/exports/quotes.ndjson'],
])('HEAD of %s that has the answer already is 304 and tells no length', async (url, same) => {
  const { app } = await withServer([bundleOf('a')]);
  const { etag } = (await app.inject(same)).headers;
  for (const method of ['HEAD', 'GET', 'HEAD'] as const) {
    const known = await app.inject({ url, method, headers: { 'if-none-match': String(etag) } });
    expect([known.statusCode, known.headers.etag], method).toEqual([304, etag]);
    expect(known.headers).not.toHaveProperty('content-length');
  }
});

test('errors and health are never kept', async () => {
  const { app, store } = await withServer([]);
  expect((await app.inject('/v1/articles/a')).statusCode).toBe(404);
  expect((await app.inject('/health/ready')).json()).toMatchObject({ revision: 0 });
  await load(store, [bundleOf('a')]);
  expect((await app.inject('/v1/articles/a')).statusCode).toBe(200);
  expect((await app.inject('/health/ready')).json()).toMatchObject({ revision: 1 });
});
