import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

interface Pair {
  key: string;
  value: string;
  description: string;
  disabled?: boolean;
}

interface Request {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  auth?: object;
  url: { raw: string; host: string[]; path: string[]; query: Pair[]; variable: Pair[] };
  body?: { raw: string };
}

const { item: folders, variable } = JSON.parse(
  readFileSync(inPackage('openapi/collection.json'), 'utf8'),
) as {
  item: { name: string; item: { name: string; request: Request }[] }[];
  variable: Pair[];
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer('seed');
});
afterAll(() => stopServer(server));

test('every request of the collection is answered as it should be, in their order, on a fresh server', async () => {
  const { ask, document } = server;
  let count = 0;
  for (const { name: folder, item } of folders)
    for (const { name, request } of item) {
      const { method, auth, body } = request;
      const { statusCode, body: text } = await ask({
        method,
        url: addressOf(request),
        ...(auth !== undefined && { headers: withKey }),
        ...(body !== undefined && { payload: JSON.parse(body.raw) }),
      });
      const expected = { GET: 200, POST: 200, PUT: 201, DELETE: 204 }[method];
      expect(statusCode, `${folder}, ${name}: ${text}`).toBe(expected);
      count++;
    }
  const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
  expect(count).toBe(operations.length);
});

test('each request has every parameter, described, and few of them ticked', () => {
  for (const { request } of folders.flatMap(({ item }) => item)) {
    const { query, variable } = request.url;
    for (const { description, key } of [...query, ...variable])
      expect(description, key).toBeTruthy();
    const ticked = query.filter(({ disabled }) => !disabled).map(({ key }) => key);
    expect(new Set(ticked).size, request.url.raw).toBeLessThanOrEqual(2);
  }
});

test('a list is answered whatever else of it is ticked', async () => {
  const { ask } = server;
  let count = 0;
  for (const { request } of folders.flatMap(({ item }) => item)) {
    if (request.url.raw.includes('/exports/')) continue;
    const others = request.url.query.filter(({ disabled, value }) => disabled && value !== '');
    for (const { key, value } of others) {
      const address = addressOf(request);
      const separator = address.includes('?') ? '&' : '?';
      const url = new URL(`${address}${separator}${key}=${value}`, 'http://127.0.0.1:3000');
      const { statusCode, body } = await ask(url.pathname + url.search);
      expect(statusCode, `${url}: ${body}`).toBe(200);
      count++;
    }
  }
  expect(count).toBeGreaterThan(50);
});

/** As a tool makes it of the parts; what it shows in one piece has to be the same. */
function addressOf({ url }: Request): string {
  const query = url.query
    .filter(({ disabled }) => !disabled)
    .map(({ key, value }) => `${key}=${value}`);
  const path = `${url.host.join('')}/${url.path.join('/')}`;
  expect(query.length > 0 ? `${path}?${query.join('&')}` : path).toBe(url.raw);
  const filled = [...variable, ...url.variable].reduce(
    (text, { key, value }) => text.replace(`{{${key}}}`, value).replace(`/:${key}`, `/${value}`),
    url.raw,
  );
  const { origin, pathname, search } = new URL(filled);
  expect(origin).toBe('http://127.0.0.1:3000');
  return pathname + search;
}
