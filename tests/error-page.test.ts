import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { kinds } from '../src/http/problem-kinds.ts';
import { withServer } from './support/server.ts';

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

test.each<[string, number, string]>([
  ['GET /v1/quotes?speker=xi-jinping', 400, 'did you mean speaker?'],
  ['GET /v1/quotes/nobody', 404, 'nobody'],
  ['GET /nowhere', 404, '/nowhere'],
  ['POST /v1/quotes', 405, 'only GET, HEAD, OPTIONS'],
  ['GET /v1/quotes/%zz', 400, 'percent-encoded'],
  [`GET /v1/quotes/${'a'.repeat(300)}`, 414, 'too long'],
  ['DELETE /v1/articles/a/bundle', 401, 'key'],
])(
  'in a browser, the error of %s is a page that says what was wrong, and what to do',
  async (asked, status, detail) => {
    const { app } = await withServer('seed');
    const [method, url = ''] = asked.split(' ', 2);
    const page = await app.inject({ method: method as 'GET', url, headers: asBrowser });
    const problem = (await app.inject({ method: method as 'GET', url })).json();
    expect([page.statusCode, page.headers['content-type'], problem.status]).toEqual([
      status,
      'text/html; charset=utf-8',
      status,
    ]);
    expect(String(page.headers.vary)).toContain('Accept');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain(`<h1>${problem.title}</h1>`);
    expect(page.body).toContain(detail);
    expect(page.body).toContain('<h2>What to do</h2>');
    for (const href of ['/', '/docs', '/problems']) expect(page.body).toContain(`href="${href}"`);
  },
);

test.each([
  {},
  { accept: '*/*' },
  { accept: 'application/json' },
  { accept: 'application/problem+json' },
  { accept: 'image/png' },
  { accept: 'application/json, text/html;q=0.5' },
])('with %j, an error is JSON', async (headers) => {
  const { app } = await withServer([]);
  const { statusCode, headers: given } = await app.inject({ url: '/nowhere', headers });
  expect([statusCode, given['content-type']]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
});

test('whatever stands in the request, the page of its error has only its own elements', async () => {
  const { app } = await withServer([]);
  const hostile = "\"><script>alert(1)</script><a href='javascript:x'>&amp;";
  const elements = async (url: string) => {
    const { body } = await app.inject({ url, headers: asBrowser });
    const main = /<main>.*<\/main>/s.exec(body)?.[0] ?? '';
    const document = new DOMParser().parseFromString(main, 'text/xml');
    return Array.from(document.getElementsByTagName('*'), ({ tagName }) => tagName);
  };
  const name = encodeURIComponent(hostile);
  expect(await elements(`/v1/quotes?${name}=1`)).toEqual(await elements('/v1/quotes?x=1'));
  expect(await elements(`/v1/quotes?kind=${name}`)).toEqual(await elements('/v1/quotes?kind=x'));
  expect(await elements(`/${name}`)).toEqual(await elements('/x'));
});

test.each([
  ['/v1/quotes?speker=xi-jinping&limit=1', '/v1/quotes?speaker=xi-jinping&limit=1'],
  ['/v1/quotes?kind=dirct', '/v1/quotes?kind=direct'],
  ['/v1/quote?limit=1', '/v1/quotes?limit=1'],
  ['/quotes?speker=xi-jinping', '/quotes?speaker=xi-jinping'],
  ['/actors/XI_JINPING', '/actors/xi-jinping'],
  ['/v1/actors/XI_JINPING', '/v1/actors/xi-jinping'],
  ['/v1/quotes?speker=xi-jinping&limit=1000', null],
  ['/v1/quotes/nothing-like-it', null],
])('the page of %s leads to %s', async (url, nearest) => {
  const { app } = await withServer('seed');
  const { body } = await app.inject({ url, headers: asBrowser });
  const [, link = null] = /class="request" href="([^"]+)"/.exec(body) ?? [];
  expect(link?.replaceAll('&amp;', '&') ?? null).toBe(nearest);
  if (nearest !== null) expect((await app.inject(nearest)).statusCode).toBe(200);
});

test('/problems has every kind of error once, what is met most first, and each leads home', async () => {
  const { app } = await withServer([]);
  const { problems } = (await app.inject('/problems')).json();
  const types: string[] = problems.map((it: { type: string }) => it.type);
  expect(types.slice(0, 2)).toEqual(['/problems/invalid-parameter', '/problems/not-found']);
  expect(types.toSorted()).toEqual(
    Object.keys(kinds)
      .map((slug) => `/problems/${slug}`)
      .sort(),
  );
  for (const url of ['/problems', ...types]) {
    const { body } = await app.inject({ url, headers: asBrowser });
    for (const href of ['/', '/docs', '/problems']) expect(body).toContain(`<a href="${href}">`);
  }
  const page = await app.inject({ url: '/problems', headers: asBrowser });
  for (const type of types) expect(page.body).toContain(`<a href="${type}">`);
});
