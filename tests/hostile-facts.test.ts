import { PassThrough } from 'node:stream';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { Parser } from 'n3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { bundleOf } from './support/article.ts';
import { beginsAsFormula, readRecords } from './support/csv.ts';
import { freeText, hostileBundle, markup } from './support/hostile-bundle.ts';
import { call, connect, overHttp } from './support/mcp.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([]);
  expect((await put(hostileBundle('hostile'))).statusCode).toBe(201);
});
afterAll(() => stopServer(server));

function put(payload: { article: { id: string } }) {
  const url = `/v1/articles/${payload.article.id}/bundle`;
  return server.ask({ method: 'PUT', url, payload, headers: withKey });
}

const asBrowser = { accept: 'text/html,*/*;q=0.8' };
const ids: Record<string, string> = {
  article: 'hostile',
  quote: 'hostile-voters-asked',
  actor: 'town-council',
  place: 'town-hall',
  event: 'hostile-council-meeting',
  statistic: 'hostile-voters-share',
};

/** Every address that can be read: those of the API, and what pages lead to, whatever that is. */
async function findAddresses(): Promise<Set<string>> {
  const found = new Set(['/', `/search?q=${encodeURIComponent(markup)}`]);
  for (const [path, { get }] of Object.entries(server.document.paths))
    if (get !== undefined && !/\.(xlsx|sqlite)$/.test(path)) {
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? name);
      found.add(path.endsWith('/search') ? `${address}?q=alert` : address);
    }
  for (const url of found) {
    const { headers, body } = await server.app.inject({ url, headers: asBrowser });
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    for (const [, link = ''] of body.matchAll(/(?:href|src)="(\/[^"#]*)/g))
      if (!/^\/(docs|openapi|assets)|\.(xlsx|sqlite)|[?&]ui=/.test(link))
        found.add(link.replaceAll('&amp;', '&'));
  }
  return found;
}

/** Turns the direction of what follows, to the end of what stands apart. */
const turning = /[\u202A-\u202E\u2066-\u2069]/;

/** Whether it stands, or lies in what stands, apart from the direction of what is around it. */
function hasDirection(element: Element): boolean {
  if (element.tagName.toLowerCase() === 'body') return false;
  return element.hasAttribute('dir') || hasDirection(element.parentNode as Element);
}

/** Of each media type, that nothing of a fact is anything but text in it. */
const harmless: Record<string, (body: string) => void> = {
  'text/html'(body) {
    const page = new DOMParser({ onError: () => {} }).parseFromString(body, 'text/html');
    expect(page.getElementsByTagName('img')).toHaveLength(0);
    for (const element of Array.from(page.getElementsByTagName('*'))) {
      const attributes = Array.from(
        element.attributes,
        ({ name, value }) => [name, value] as const,
      );
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^(on|style|srcdoc)/i);
        if (/^(href|src|action|formaction|xlink:href)$/.test(name))
          expect(value).toMatch(/^(https?:\/\/|[/#?]|data:image\/svg\+xml,)/);
        // A title or a value stands apart from nothing.
        expect(value).not.toMatch(turning);
      }
      const words = Array.from(element.childNodes, (it) => (it.nodeType === 3 ? it.nodeValue : ''));
      const isScript = element.tagName.toLowerCase() === 'script';
      // What turns the direction ends with an element that has its own.
      if (!isScript && turning.test(words.join(''))) expect(hasDirection(element)).toBe(true);
      if (!isScript) continue;
      if (element.getAttribute('src')) expect(element.textContent).toBe('');
      else expect(() => JSON.parse(element.textContent ?? '')).not.toThrow();
    }
  },
  'application/atom+xml'(body) {
    const faults: unknown[] = [];
    const feed = new DOMParser({ onError: (_level, fault) => void faults.push(fault) });
    const { documentElement } = feed.parseFromString(body, 'text/xml');
    expect([documentElement?.tagName, faults]).toEqual(['feed', []]);
    expect(body).not.toMatch(/type="x?html"|<script|[^\P{Cc}\t\n\r]/u);
  },
  'text/csv'(body) {
    for (const record of readRecords(body))
      for (const cell of record) expect(beginsAsFormula(cell)).toBe(false);
  },
  'text/turtle'(body) {
    const literals = new Parser({ baseIRI: 'http://a' })
      .parse(body)
      .map(({ object }) => object.value);
    expect(literals).toContain(freeText);
  },
  'application/x-bibtex'(body) {
    expect(body.match(/^@/gm)).toHaveLength(1);
    let depth = 0;
    const ends: number[] = [];
    for (const { 0: brace, index } of body.matchAll(/(?<!\\)[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      if (depth === 0) ends.push(index);
    }
    expect(ends).toEqual([body.lastIndexOf('}')]);
    expect(body).not.toMatch(/[^\P{Cc}\t\n\r]/u);
  },
  'application/x-ndjson'(body) {
    for (const line of body.trimEnd().split('\n')) JSON.parse(line);
    expect(body).not.toMatch(/[^\P{Cc}\n]/u);
  },
  json(body) {
    JSON.parse(body);
    // So that it may be shown on a terminal.
    expect(body).not.toMatch(/[^\P{Cc}\n]/u);
  },
};

function expectHarmless(url: string, type: string, body: string): void {
  const media = type.split(';')[0] ?? '';
  const check = /json$/.test(media) ? (harmless[media] ?? harmless.json) : harmless[media];
  if (check === undefined) throw new Error(`${url}: nothing checks ${media}`);
  check(body);
}

test('whatever stands in facts is text and nothing else, wherever it is read', async () => {
  const addresses = await findAddresses();
  const seen = new Set<string>();
  const asked = Array.from(addresses, (url) => ({ url, headers: asBrowser }));
  asked.push({ url: '/v1/articles/hostile/linked-data', headers: { accept: 'text/turtle' } });
  for (const { url, headers } of asked) {
    const answer = await server.app.inject({ url, headers });
    const type = String(answer.headers['content-type']);
    expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expectHarmless(url, type, answer.body);
    seen.add(type.split(';')[0] ?? '');
  }
  expect(addresses.size).toBeGreaterThan(60);
  expect([...seen]).toEqual(
    expect.arrayContaining(Object.keys(harmless).filter((it) => it !== 'json')),
  );
}, 60_000);

test('an agent is given it as text of JSON, and the log has lines of JSON alone', async () => {
  const logTo = new PassThrough();
  let log = '';
  logTo.setEncoding('utf8').on('data', (line) => {
    log += line;
  });
  const { store } = server;
  const app = await buildApp({ config: { logLevel: 'trace' }, store, logTo, longestTurnMs: 0 });
  onTestFinished(() => app.close());
  const client = await connect(overHttp(await app.listen({ port: 0, host: '127.0.0.1' })));
  const { text, answer } = await call(client, 'search_facts', { q: 'alert' });
  expect(answer.facts.length).toBeGreaterThan(3);
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  for (const url of [
    `/v1/quotes/${encodeURIComponent(freeText)}`,
    `/${encodeURIComponent(markup)}`,
  ])
    await app.inject({ url, headers: { 'user-agent': freeText.replaceAll(/[^\x20-\x7e]/g, '') } });
  const lines = log.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('time');
  expect(log).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
});

/** So often the words that it has as many characters, in UTF-16 units, at most. */
const longOf = (characters: number) =>
  `${freeText} `.repeat(Math.floor(characters / (freeText.length + 1)));

test('a fact that is longer than any list could bear is refused; of a long one, pages show the beginning', async () => {
  const saying = (text: string) =>
    bundleOf('long', ({ quotes: [, indirect] }) => {
      Object.assign(indirect ?? {}, { text });
    });
  const refused = await put(saying(longOf(3_000_000)));
  expect([refused.statusCode, refused.json().errors]).toEqual([
    400,
    [
      {
        in: 'body',
        name: '/quotes/1',
        detail: expect.stringContaining('at most 131072 characters'),
      },
    ],
  ]);
  const name = { en: markup.repeat(2000) };
  for (const [pointer, bundle] of [
    ['/article', bundleOf('long', ({ article }) => Object.assign(article, { title: name }))],
    [
      '/quotes/1',
      bundleOf('long', ({ quotes: [, it] }) => Object.assign(it ?? {}, { verb: name.en })),
    ],
    [
      '/actors/1',
      bundleOf('long', ({ actors: [, it] }) => Object.assign(it ?? {}, { roles: [name] })),
    ],
  ] as const)
    expect((await put(bundle)).json().errors, pointer).toContainEqual(
      expect.objectContaining({ name: pointer }),
    );

  const long = longOf(125_000);
  expect((await put(saying(long))).statusCode).toBe(201);
  expect(await server.get('/v1/quotes/long-voters-asked')).toMatchObject({ text: long });
  const { data } = await server.get('/v1/search?q=alert&article=long');
  expect(JSON.stringify(data[0]?.snippet).length).toBeLessThan(2000);
  for (const path of [
    '/quotes',
    '/quotes/long-voters-asked',
    '/articles/long',
    '/search?q=alert',
  ]) {
    const { statusCode, headers, body } = await server.app.inject({
      url: path,
      headers: asBrowser,
    });
    expect(statusCode).toBe(200);
    expectHarmless(path, String(headers['content-type']), body);
    expect(/<title>(.*?)<\/title>/s.exec(body)?.[1]?.length).toBeLessThan(400);
    expect(body.length).toBeLessThan(250_000);
  }
  const csv = (await server.app.inject('/v1/exports/quotes.csv')).body;
  expect(csv.replaceAll('""', '"')).toContain(long);
});
