import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { buildApp } from '../src/app.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { load, type TestServer, withKey, withServer } from './support/server.ts';

const atom = 'http://www.w3.org/2005/Atom';

/** What a reader makes of it; whatever is not well-formed fails. */
function read(xml: string): Element {
  const fail = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  expect(xml).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
  const { documentElement } = new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml');
  if (documentElement === null) throw new Error('there is no element');
  return documentElement;
}

function childrenOf(element: Element, name: string): Element[] {
  return Array.from(element.childNodes as Iterable<Element>).filter(
    (it) => it.namespaceURI === atom && it.localName === name,
  );
}

const textsOf = (element: Element, name: string) =>
  childrenOf(element, name).map((it) => it.textContent ?? '');
const textOf = (element: Element, name: string) => {
  expect(childrenOf(element, name), name).toHaveLength(1);
  return textsOf(element, name)[0] ?? '';
};
const entriesOf = (feed: Element) => childrenOf(feed, 'entry');
const hrefsOf = (element: Element, rel: string) =>
  childrenOf(element, 'link')
    .filter((it) => it.getAttribute('rel') === rel)
    .map((it) => it.getAttribute('href') ?? '');

/** What RFC 4287 says with MUST, and RFC 3987 and 3339 of what it refers to. */
function expectValid(feed: Element): void {
  expect([feed.namespaceURI, feed.localName]).toEqual([atom, 'feed']);
  for (const element of [feed, ...entriesOf(feed)]) {
    expect(textOf(element, 'id')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(textOf(element, 'title')).toMatch(/\S/);
    expect(textOf(element, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(hrefsOf(element, 'alternate').length).toBeLessThanOrEqual(1);
    for (const author of childrenOf(element, 'author'))
      expect(textOf(author, 'name')).toMatch(/\S/);
    for (const link of childrenOf(element, 'link'))
      expect(link.getAttribute('href')).toMatch(/^(https?:\/\/[\w.:-]+)?\/[\w/.?=&-]+$/);
  }
  expect(childrenOf(feed, 'author')).toHaveLength(1);
  expect(hrefsOf(feed, 'self')).toHaveLength(1);
  for (const entry of entriesOf(feed)) {
    const isDescribed = hrefsOf(entry, 'alternate').length + childrenOf(entry, 'content').length;
    expect(isDescribed).toBe(1);
    expect(childrenOf(entry, 'category')[0]?.getAttribute('term')).toMatch(/^(put|delete)$/);
  }
  const ids = [feed, ...entriesOf(feed)].map((it) => textOf(it, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
}

async function feedOf(
  { ask }: Pick<TestServer, 'ask'>,
  url = '/v1/changes.atom',
): Promise<Element> {
  const { statusCode, headers, body } = await ask(url);
  expect([statusCode, headers['content-type']]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  const feed = read(body);
  expectValid(feed);
  return feed;
}

/** An article without any facts. */
function titled(id: string, title: Record<string, string>, language = 'en'): Bundle {
  const { article } = bundleOf(id);
  return { article: { ...article, title, language } };
}

test('the feed tells what was put and deleted, the newest first, with where to read on', async () => {
  const server = await withServer([bundleOf('a')]);
  for (const id of ['b', 'c'])
    await server.ask({
      method: 'PUT',
      url: `/v1/articles/${id}/bundle`,
      payload: bundleOf(id),
      headers: withKey,
    });
  await server.ask({ method: 'DELETE', url: '/v1/articles/b/bundle', headers: withKey });
  const feed = await feedOf(server);
  const entries = entriesOf(feed);
  expect(entries.map((it) => textOf(it, 'title'))).toEqual([
    'Deleted: b',
    'Report c',
    'b',
    'Report a',
  ]);
  expect(entries.map((it) => textsOf(it, 'content'))).toEqual([
    ['The article b was deleted, with all its facts.'],
    [],
    ['The article b was put; it was deleted later.'],
    [],
  ]);
  const [, c] = entries;
  if (c === undefined) throw new Error('there are four');
  expect(hrefsOf(c, 'alternate')).toEqual(['/v1/articles/c']);
  expect(hrefsOf(c, 'related')).toEqual(['/v1/articles/c/bundle']);
  expect(textsOf(childrenOf(c, 'author')[0] ?? c, 'name')).toEqual(['tests']);
  const { data } = await server.get('/v1/changes');
  expect(entries.map((it) => textOf(it, 'updated'))).toEqual(
    data.map(({ time }) => time).reverse(),
  );
  expect(textOf(feed, 'updated')).toBe(data.at(-1)?.time);
});

test('a feed of nothing is a feed', async () => {
  expect(entriesOf(await feedOf(await withServer([])))).toEqual([]);
});

test('its pages follow each other, and together have each change once, under an id that stays', async () => {
  const server = await withServer(['a', 'b', 'c', 'd', 'e'].map((id) => bundleOf(id)));
  const walk = async () => {
    const ids: string[] = [];
    for (let url: string | undefined = '/v1/changes.atom?limit=2'; url !== undefined; ) {
      const page: Element = await feedOf(server, url);
      expect(hrefsOf(page, 'self')).toEqual([url]);
      expect(hrefsOf(page, 'first')).toEqual(['/v1/changes.atom?limit=2']);
      ids.push(...entriesOf(page).map((it) => textOf(it, 'id')));
      [url] = hrefsOf(page, 'next');
    }
    return ids;
  };
  const before = await walk();
  expect(new Set(before).size).toBe(5);
  await load(server.store, [titled('a', { en: 'Another title' })]);
  expect((await walk()).slice(1)).toEqual(before);
  const other = await withServer([bundleOf('a')]);
  const feeds = [await feedOf(server), await feedOf(other)];
  const ids = feeds.flatMap((feed) => [feed, ...entriesOf(feed)].map((it) => textOf(it, 'id')));
  expect(new Set(ids).size).toBe(ids.length);
});

test('titles are in English, and in the language of the article', async () => {
  const server = await withServer([
    titled('both', { en: 'The bridge', ar: 'الجسر' }, 'ar'),
    titled('own', { id: 'Jembatan' }, 'id'),
    titled('english', { en: 'The bridge', id: 'Jembatan' }),
  ]);
  const languages = (element: Element | undefined) => element?.getAttribute('xml:lang');
  const told = entriesOf(await feedOf(server)).map((entry) =>
    ['title', 'summary'].map((name) => [
      languages(childrenOf(entry, name)[0]),
      ...textsOf(entry, name),
    ]),
  );
  expect(told).toEqual([
    [['en', 'The bridge'], [undefined]],
    [['id', 'Jembatan'], [undefined]],
    [
      ['en', 'The bridge'],
      ['ar', 'الجسر'],
    ],
  ]);
});

test('whatever a title is, the feed is well-formed and has it, but for what XML can’t write', async () => {
  const characters = fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<!--', '&#0;', '\uFFFE', '\uFFFF', '\uFDD0'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  );
  const server = await withServer([]);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(characters, { minLength: 1, maxLength: 8 }), async (parts) => {
      const title = `A ${parts.join('')} z`;
      const { statusCode } = await server.ask({
        method: 'PUT',
        url: '/v1/articles/a/bundle',
        payload: titled('a', { en: title }),
        headers: withKey,
      });
      if (statusCode >= 400) return;
      taken++;
      const [entry] = entriesOf(await feedOf(server, '/v1/changes.atom?limit=1'));
      expect(entry && textOf(entry, 'title')).toBe(title.replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD'));
    }),
    { seed: 18, numRuns: 60 },
  );
  expect(taken).toBeGreaterThan(20);
});

test('the feed has an ETag that holds until something is written, and is the same for every Host', async () => {
  const server = await withServer([bundleOf('a')]);
  const first = await server.ask('/v1/changes.atom');
  const again = {
    url: '/v1/changes.atom',
    headers: { 'if-none-match': String(first.headers.etag) },
  };
  expect((await server.ask(again)).statusCode).toBe(304);
  const elsewhere = await server.ask({
    url: '/v1/changes.atom?limit=19',
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  });
  expect(elsewhere.statusCode).toBe(200);
  expect(elsewhere.body + JSON.stringify(elsewhere.headers)).not.toContain('evil');
  await load(server.store, [bundleOf('b')]);
  expect((await server.ask(again)).statusCode).toBe(200);
});

test.each([
  '/v1/changes.atom?count=exact',
  '/v1/changes.atom?limit=0',
  '/v1/changes.atom?cursor=abc',
])('%s is refused', async (url) => {
  expect((await (await withServer([])).ask(url)).statusCode).toBe(400);
});

test('a cursor of /v1/changes is none of the feed', async () => {
  const server = await withServer([bundleOf('a'), bundleOf('b')]);
  const { page } = await server.get('/v1/changes?limit=1');
  const { statusCode } = await server.ask(`/v1/changes.atom?limit=1&cursor=${page.next}`);
  expect(statusCode).toBe(400);
});

test('PUBLIC_URL is what the feed and the OpenAPI documents call the server', async () => {
  const { store } = await withServer(['a', 'b'].map((id) => bundleOf(id)));
  const publicUrl = 'https://facts.example.org/api';
  const app = await buildApp({ config: { logLevel: 'silent', publicUrl }, store });
  onTestFinished(() => app.close());
  const feed = await feedOf({ ask: app.inject.bind(app) }, '/v1/changes.atom?limit=1');
  const links = [feed, ...entriesOf(feed)].flatMap((it) => childrenOf(it, 'link'));
  expect(links).toHaveLength(5);
  for (const link of links)
    expect(link.getAttribute('href')).toMatch(/^https:\/\/facts\.example\.org\/api\/v1\//);
  for (const path of ['/openapi.json', '/openapi.yaml', '/openapi-3.0.json', '/docs/json']) {
    const document = parse((await app.inject(path)).body);
    expect(document.servers, path).toEqual([{ url: publicUrl, description: 'This server' }]);
    expect(document.externalDocs.url).toBe(`${publicUrl}/docs`);
    expect(document.info.title).toBe('article-facts');
  }
});
