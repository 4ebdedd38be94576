import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { begin } from './support/large-export.ts';
import { type ListBody, startServer, stopServer, type TestServer } from './support/server.ts';

/** So many articles, quotes of the first one, and actors; together each kind is far over a page. */
const count = 40;

/** Of 3 bytes each, and none of a word: so a fact is long, and quickly indexed. */
const long = '€'.repeat(60_000);

/** The bytes of the items of a page; beside them it has a little of its own. */
const mostBytes = 4 * 1024 * 1024 + 2_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer(Array.from({ length: count }, (_, index) => longBundle(index)));
}, 60_000);
afterAll(() => stopServer(server));

/** Its article is long; so are the quotes and actors of the first one, and, of all together, Ada Stein. */
function longBundle(index: number): Bundle {
  return bundleOf(`a${index}`, (bundle) => {
    const { article, actors } = bundle;
    Object.assign(article, { description: { en: `Report ${long}` } });
    const [stein, council] = actors;
    if (stein === undefined || council === undefined) throw new Error('the bundle has them');
    Object.assign(stein, { aliases: [`Stein ${index} ${long}`] });
    if (index > 0) return;
    const [first] = bundle.quotes;
    if (first === undefined) throw new Error('the bundle has one');
    const members = Array.from({ length: count }, (_, member) => `member-${member}`);
    for (const id of members)
      actors.push(Object.assign({ ...council, id }, { description: { en: `Member ${long}` } }));
    bundle.quotes = members.map((speaker, at) => ({
      ...first,
      id: `long-${at}`,
      kind: 'indirect',
      text: `The bridge of ${speaker}: ${long}`,
      speakers: [speaker, 'daily-herald'],
      date: at % 2 === 0 ? first.date : null,
    })) as typeof bundle.quotes;
  });
}

interface Page {
  body: ListBody;
  bytes: number;
}

/** All pages, from the first to the last. */
async function pagesOf(path: string): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor = '';
  do {
    const { statusCode, rawPayload } = await server.ask(`${path}${cursor}`);
    expect(statusCode, path).toBe(200);
    const body: ListBody = JSON.parse(rawPayload.toString());
    pages.push({ body, bytes: rawPayload.length });
    cursor = body.page.next === null ? '' : `&cursor=${encodeURIComponent(body.page.next)}`;
  } while (cursor !== '');
  return pages;
}

const idsOf = (pages: Page[]) => pages.flatMap(({ body }) => body.data.map(({ id }) => id));

test.each([
  ['quotes', 'article=a0'],
  ['quotes', 'sort=id&order=desc&article=a0'],
  ['quotes', 'sort=date&article=a0'],
  ['quotes', 'speaker=daily-herald&kind=indirect&article=a0'],
  ['quotes', 'q=bridge&article=a0&sort=date&order=desc'],
  ['actors', 'q=member'],
  ['articles', ''],
])('a page of %s (%s) ends before 4 MiB, and the next one goes on', async (list, query) => {
  const pages = await pagesOf(`/v1/${list}?limit=100&${query}`);
  expect(pages.length).toBeGreaterThan(1);
  for (const { bytes, body } of pages) {
    expect(bytes).toBeLessThan(mostBytes);
    expect(body.page.limit).toBe(100);
  }
  for (const { bytes } of pages.slice(0, -1)) expect(bytes).toBeGreaterThan(mostBytes / 2);
  const byOne = await pagesOf(`/v1/${list}?limit=1&${query}`);
  expect(byOne.length).toBe(count);
  expect(idsOf(pages)).toEqual(idsOf(byOne));
  const fromCounted = await server.get(`/v1/${list}?limit=100&count=exact&${query}`);
  expect(fromCounted.page.total).toBe(count);
});

test('an item that is longer than that is a page by itself', async () => {
  const pages = await pagesOf('/v1/actors?limit=100&sort=id');
  const steins = pages.filter(({ body }) => body.data.some(({ id }) => id === 'ada-stein'));
  expect(steins.map(({ body, bytes }) => [body.data.length, bytes > mostBytes])).toEqual([
    [1, true],
  ]);
  expect(idsOf(pages)).toEqual(idsOf(await pagesOf('/v1/actors?limit=1&sort=id')));
});

test('what is found, met and changed is read page by page in the same way', async () => {
  const found = await pagesOf('/v1/search?limit=100&q=bridge&type=quote&article=a0');
  expect(found.map(({ body }) => body.data.length)).toEqual([23, 17]);
  expect(new Set(idsOf(found)).size).toBe(count);

  const met = await pagesOf('/v1/actors/daily-herald/connections?limit=100&article=a0');
  const actors = met.flatMap(({ body }) =>
    body.data.map(({ actor }) => (actor as { id: string }).id),
  );
  expect(met.length).toBeGreaterThan(1);
  expect(actors.filter((id) => id.startsWith('member')).length).toBe(count);

  let feed = '/v1/changes.atom?limit=100';
  let entries = 0;
  for (let pages = 0; feed !== ''; pages++) {
    const { body, rawPayload } = await server.ask(feed);
    expect(rawPayload.length).toBeLessThan(mostBytes + 50_000);
    entries += body.match(/<entry>/g)?.length ?? 0;
    const [link = ''] = body.match(/<link[^>]*rel="next"[^>]*>/) ?? [];
    feed = (link.match(/href="([^"]+)"/)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(pages).toBeLessThan(count);
  }
  expect(entries).toBe(count);
});

test('an export, a page for people and an agent have all of it', async () => {
  const { body } = await server.ask('/v1/exports/quotes.ndjson?article=a0&sort=date');
  expect(body.trimEnd().split('\n').length).toBe(count);

  const page = await server.ask({
    url: '/articles/a0',
    headers: { accept: 'text/html' },
  });
  for (let at = 0; at < count; at++) expect(page.body).toContain(`/quotes/long-${at}"`);

  const called = await server.ask({
    method: 'POST',
    url: '/mcp',
    headers: { accept: 'application/json, text/event-stream', host: 'localhost' },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'search_facts', arguments: { q: 'bridge', type: 'quote', limit: 30 } },
    },
  });
  const { facts } = JSON.parse(called.body.match(/^data: (.*)$/m)?.[1] ?? '').result
    .structuredContent;
  expect(facts.map(({ mentions }: { mentions: object[] }) => mentions.length)).toEqual(
    Array(30).fill(1),
  );
});

test('one address has half of the exports that run at one time, whatever the database', async () => {
  const app = await buildApp({
    config: { logLevel: 'silent', trustProxy: ['127.0.0.1'] },
    store: server.store,
    longestTurnMs: 0,
  });
  onTestFinished(() => app.close());
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `${address}/v1/exports/quotes`;
  const statuses = async (format: string, client: string, times: number) => {
    const given = [];
    for (let asked = 0; asked < times; asked++)
      given.push((await begin(`${url}.${format}?article=a0`, client)).statusCode);
    return given;
  };
  // None is read on, so each keeps its place.
  expect(await statuses('ndjson', '192.0.2.1', 5)).toEqual([200, 200, 200, 200, 503]);
  expect(await statuses('xlsx', '192.0.2.1', 1)).toEqual([503]);
  expect(await statuses('csv', '192.0.2.2', 3)).toEqual([200, 200, 503]);
});
