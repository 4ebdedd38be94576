import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { withKey, withServer } from './support/server.ts';

interface Pair {
  key: string;
  value: string;
  description: string;
  disabled?: boolean;
}

interface Request {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  auth?: object;
  url: { raw: string; path: string[]; query: Pair[]; variable: Pair[] };
  body?: { raw: string };
}

const { item: folders, variable } = JSON.parse(
  readFileSync(inPackage('openapi/collection.json'), 'utf8'),
) as {
  item: { name: string; item: { name: string; request: Request }[] }[];
  variable: Pair[];
};

test('every request of the collection is answered as it should be, in their order, on a fresh server', async () => {
  const { ask, document } = await withServer('seed');
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

/** As a tool makes it of the parts; what it shows in one piece has to be the same. */
function addressOf({ url }: Request): string {
  const fill = (part: string) =>
    part.replace(
      /^:(\w+)$/,
      (_, name) => url.variable.find(({ key }) => key === name)?.value ?? '',
    );
  const query = url.query
    .filter(({ disabled }) => !disabled)
    .map(({ key, value }) => `${key}=${encodeURIComponent(value)}`);
  const address = `/${url.path.map(fill).join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const [{ value: baseUrl = '' } = {}] = variable.filter(({ key }) => key === 'baseUrl');
  expect(baseUrl).toBe('http://127.0.0.1:3000');
  const raw = url.raw.replace('{{baseUrl}}', '');
  expect(
    raw
      .split('/')
      .map((part) => part.split('?'))
      .map(([part = '', ...rest]) => [fill(part), ...rest].join('?'))
      .join('/'),
  ).toBe(address);
  return address;
}
