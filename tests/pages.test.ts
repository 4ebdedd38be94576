import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bibtexOf } from '../src/pages/citation/bibtex.ts';
import { type Citation, cite } from '../src/pages/citation/cite.ts';
import { apa, mla } from '../src/pages/citation/styles.ts';
import { resources } from '../src/resources.ts';
import { bundleOf } from './support/article.ts';
import {
  load,
  startServer,
  stopServer,
  type TestServer,
  withKey,
  withServer,
} from './support/server.ts';

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const listed = resources.filter(({ example }) => example !== null);
const kinds = [
  '/',
  '/search?q=limit*',
  ...listed.flatMap(({ name, example }) => [`/${name}`, `/${name}/${example}`]),
];

let server: TestServer;
beforeAll(async () => {
  server = await startServer('seed');
});
afterAll(() => stopServer(server));

async function get(url: string, headers: object = asBrowser) {
  return server.app.inject({ url, headers: { ...headers } });
}

describe.each(kinds)('%s', (url) => {
  test('is a whole page that allows no style and no script but those of its own files', async () => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/style-src 'self'$/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/);
    for (const [, type] of body.matchAll(/<script(?! type="module" src)([^>]*)>/g))
      expect(type).toMatch(/^ type="application\/(ld\+)?json"$/);
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(Buffer.byteLength(body)).toBeLessThan(400_000);
  });

  test('is known again', async () => {
    const { headers } = await get(url);
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get(url, { ...asBrowser, 'if-none-match': headers.etag });
    expect(again.statusCode).toBe(304);
  });

  test('speaks the language that the browser prefers, or that was asked for', async () => {
    const langOf = async (path: string, language: string) =>
      /<html lang="(\w+)"/.exec(
        (await get(path, { ...asBrowser, 'accept-language': language })).body,
      )?.[1];
    expect(await langOf(url, 'id,en;q=0.5')).toBe('id');
    expect(await langOf(url, 'de')).toBe('en');
    const asked = `${url}${url.includes('?') ? '&' : '?'}ui=id`;
    expect(await langOf(asked, 'en')).toBe('id');
    expect((await get(asked)).body).toContain('ui=id');
  });
});

test('every link of every page answers', { timeout: 120_000 }, async () => {
  const seen = new Set<string>(['/']);
  const wrong: string[] = [];
  for (const url of seen) {
    const { statusCode, headers, body } = await get(url);
    if (statusCode !== 200) wrong.push(`${url} ${statusCode}`);
    if (url.startsWith('/v1/') || !String(headers['content-type']).startsWith('text/html'))
      continue;
    for (const [, href = ''] of body.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const address = href.replaceAll('&amp;', '&');
      if (!/^\/(docs|openapi|v1\/exports)|[?&]ui=/.test(address)) seen.add(address);
    }
  }
  expect(wrong).toEqual([]);
  const { data } = await server.get('/v1/quotes?limit=100');
  for (const { id } of data) expect(seen).toContain(`/quotes/${id}`);
});

test('a form has every filter of its list, and what it leaves empty says nothing', async () => {
  for (const { name, filters } of listed) {
    const { body } = await get(`/${name}`);
    for (const filter of Object.keys(filters)) expect(body).toContain(` name="${filter}"`);
    const empty = Object.keys(filters).map((filter) => `${filter}=`);
    expect((await get(`/${name}?q=&${empty.join('&')}`)).statusCode).toBe(200);
  }
  const { body } = await get('/quotes?kind=direct&speaker=kremlin&not=polarity:denied');
  expect(body).toContain('<option value="direct" selected');
  expect(body).toMatch(/name="speaker"[^>]* value="kremlin"/);
  expect(body).toContain('name="not" value="polarity:denied"');
  expect((await get('/quotes?kind=said')).statusCode).toBe(400);
});

test('an article is told in the order of its text, whole, over as many pages as it takes', async () => {
  const places: number[] = [];
  const facts = new Set<string>();
  let url: string | undefined = '/articles/putin-china-visit-2024';
  while (url !== undefined) {
    const { body } = await get(url);
    const items = [...body.matchAll(/<li id="[\w-]+" data-fact="([\w -]+)">.*?data-at="(\d+)"/gs)];
    for (const [, fact = '', at] of items) {
      facts.add(fact);
      places.push(Number(at));
    }
    const [, next] = /rel="next" href="([^"#]+)/.exec(body) ?? [];
    url = next?.replaceAll('&amp;', '&');
  }
  expect(places).toEqual(places.toSorted((left, right) => left - right));
  const article = await server.get<{ counts: Record<string, number> }>(
    '/v1/articles/putin-china-visit-2024',
  );
  const { mentions: _, ...counts } = article.counts;
  expect(facts.size).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
});

test('nobody can take our words, or a translation, for what was said', async () => {
  const { data } = await server.get('/v1/quotes?limit=100');
  for (const quote of data) {
    const { body } = await get(`/quotes/${quote.id}`);
    const [figure = ''] = /<figure class="said.*?<\/figure>/s.exec(body) ?? [];
    expect(/<blockquote[^>]*><p><q>/.test(figure)).toBe(quote.kind === 'direct');
    expect(figure).toContain(
      quote.kind === 'direct' ? 'Verbatim, as the article quotes it' : 'In our words',
    );
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(body) ?? [];
    expect(String(quote.text)).toContain(
      title.replace(/…? · article-facts/, '').replaceAll('&#39;', "'"),
    );
  }
});

test('certain, uncertain and open dates look different, and are told in words too', async () => {
  const drawn = async (edtf: string, basis = 'stated') => {
    const { app } = await withServer([
      bundleOf('dated', ({ events: [, opening] }) => {
        Object.assign(opening?.date ?? {}, { edtf, basis });
      }),
    ]);
    const { body } = await app.inject({ url: '/articles/dated', headers: asBrowser });
    const [row = ''] = /<tr><th scope="row">.*?<\/tr>/s.exec(body) ?? [];
    return [
      /<span class="tag">(\w+)<\/span><\/td>/.exec(row)?.[1],
      /<svg class="bar (\w+)/.exec(row)?.[1],
    ];
  };
  expect(await drawn('2023')).toEqual(['certain', 'certain']);
  expect(await drawn('2023-05?')).toEqual(['uncertain', 'uncertain']);
  expect(await drawn('2023', 'inferred')).toEqual(['uncertain', 'uncertain']);
  expect(await drawn('2023/..')).toEqual(['open', 'open']);
});

test('who meets whom is counted by events and quotes, and drawn as often as it is told', async () => {
  const { app } = await withServer([
    bundleOf('met', ({ events: [meeting] }) => {
      Object.assign(meeting ?? {}, {
        participants: ['ada-stein', 'town-council'].map((actor) => ({ actor, role: 'attendee' })),
      });
    }),
  ]);
  for (const url of ['/articles/met', '/actors/town-council']) {
    const { body } = await app.inject({ url, headers: asBrowser });
    const [, section = ''] = /<h2 id="network">(.*?)<\/section>/s.exec(body) ?? [];
    const rows = [...section.matchAll(/<tr>(<td>.*?)<\/tr>/gs)].map(([, row = '']) =>
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s{2,}/)
        .filter((it) => it !== '')
        .sort(),
    );
    expect(rows).toEqual([
      ['0', '1', 'Ada Stein', 'town council'],
      ['0', '1', 'Daily Herald', 'town council'],
    ]);
    expect(section.match(/<line/g)).toHaveLength(2);
    expect(section.match(/<circle/g)).toHaveLength(3);
  }
});

test('a page that many ask for is read once, in each language, until something is written', async () => {
  const statements: string[] = [];
  const own = await startServer([bundleOf('kept')], {
    observe: ({ sql }) => void statements.push(sql),
  });
  onTestFinished(() => stopServer(own));
  const read = async (url: string, language: string) => {
    statements.length = 0;
    const answer = await own.app.inject({
      url,
      headers: { ...asBrowser, 'accept-language': language },
    });
    return { body: answer.body, reads: statements.filter((sql) => sql.includes('quotes')).length };
  };
  const first = await read('/quotes', 'en');
  expect(first.reads).toBeGreaterThan(0);
  expect(await read('/quotes', 'en-GB,de;q=0.5')).toEqual({ body: first.body, reads: 0 });
  const other = await read('/quotes', 'id');
  expect(other.reads).toBeGreaterThan(0);
  expect(other.body).toContain('<html lang="id"');
  const elsewhere = await own.app.inject({
    url: '/quotes',
    headers: { ...asBrowser, host: 'facts.example.org' },
  });
  expect(elsewhere.body).toContain('http://facts.example.org/quotes');
  await load(own.store, [bundleOf('later')]);
  expect((await read('/quotes', 'en')).body).toContain('later-we-will-build-it');
});

const hostile = `"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>{{x}}\u202E`;

function bundleWith(text: string) {
  return bundleOf('hostile', (bundle) => {
    const line = text.replace('\u202E', '');
    Object.assign(bundle.article.source, { headline: line, byline: line, publisher: line });
    Object.assign(bundle.article, { title: { en: line, ar: line }, description: { en: line } });
    for (const actor of bundle.actors)
      Object.assign(actor, {
        name: { en: line },
        description: { en: line },
        roles: [{ en: line }],
      });
    for (const place of bundle.places) place.name = { en: line };
    for (const event of bundle.events)
      Object.assign(event, { title: { en: line }, description: { en: line } });
    for (const it of bundle.statistics) {
      it.label = { en: line };
      it.unit.label = { en: line };
    }
    const [, indirect] = bundle.quotes;
    Object.assign(indirect ?? {}, {
      text,
      language: 'ar',
      translation: { language: 'en', text, origin: 'editorial' },
    });
  });
}

test('whatever stands in facts, a page has only its own elements and addresses', async () => {
  const shapes = async (text: string) => {
    const { app } = await withServer([bundleWith(text)]);
    const urls = [
      '/search?q=daily',
      `/search?q=${encodeURIComponent(text)}`,
      ...listed.map(({ name }) => `/${name}`),
      '/articles/hostile',
      '/quotes/hostile-voters-asked',
      '/actors/town-council',
      '/places/town-hall',
      '/events/hostile-council-meeting',
      '/statistics/hostile-voters-share',
    ];
    const all: string[] = [];
    for (const url of urls) {
      const { body, statusCode } = await app.inject({ url, headers: asBrowser });
      expect(statusCode, url).toBe(200);
      expect(body).not.toContain('<img');
      for (const [, script = ''] of body.matchAll(
        /<script type="application[^>]*>(.*?)<\/script>/gs,
      ))
        expect(() => JSON.parse(script)).not.toThrow();
      for (const [, title = ''] of body.matchAll(/<title>(.*?)<\/title>/gs))
        expect(title).not.toContain('\u202E');
      const elements = body.match(/<\/?[a-z][a-z0-9]*/g) ?? [];
      // What is found by other words differs.
      if (!url.startsWith('/search')) all.push(...elements);
    }
    return all;
  };
  expect(await shapes(hostile)).toEqual(await shapes('daily bread'));
});

test('an address of a scheme that runs something is no link', async () => {
  const { app } = await withServer([
    bundleOf('far', ({ article }) => {
      Object.assign(article.source, { url: 'https://example.org/"><script>' });
    }),
  ]);
  const { body } = await app.inject({ url: '/articles/far', headers: asBrowser });
  expect(body).toContain('href="https://example.org/&quot;&gt;&lt;script&gt;"');
});

test('a text of a script that is written to the left is marked so', async () => {
  const { app } = await withServer([bundleWith('سوف نبنيه')]);
  const { body } = await app.inject({ url: '/quotes/hostile-voters-asked', headers: asBrowser });
  expect(body).toContain('<blockquote lang="ar" dir="rtl">');
  expect(body).toContain('<span lang="en" dir="ltr">سوف نبنيه</span>');
});

const [articles] = resources;
const reader = { language: 'en', base: 'https://facts.example.org' } as Parameters<typeof cite>[3];

function citationOf(source: object): Citation {
  const article = {
    id: 'night-ferry',
    language: 'en',
    title: { en: 'The ferry is back' },
    source: {
      headline: null,
      byline: null,
      publisher: null,
      published: null,
      url: null,
      ...source,
    },
  };
  if (articles === undefined) throw new Error('there are articles');
  return cite(articles, article, article.title, reader);
}

test('an article is cited as MLA, APA and BibTeX have it', () => {
  const citation = citationOf({
    headline: 'Night ferry sails & sails',
    byline: 'Ines Okoro',
    publisher: 'The Harbour Post',
    published: '2025-06-03',
    url: 'https://example.org/ferry_1',
  });
  expect(mla(citation)).toBe(
    'Ines Okoro. “Night ferry sails & sails.” The Harbour Post, 3 June 2025, example.org/ferry_1.',
  );
  expect(apa(citation)).toBe(
    'Ines Okoro. (2025, June 3). Night ferry sails & sails. The Harbour Post. https://example.org/ferry_1',
  );
  expect(bibtexOf(citation)).toContain('title = {{Night ferry sails \\& sails}}');
  expect(bibtexOf(citation)).toContain('year = {2025}');
});

test('what isn’t known of an article is left out, and a title of ours is no headline', () => {
  const citation = citationOf({});
  expect(mla(citation)).toBe('The ferry is back. facts.example.org/articles/night-ferry.');
  expect(apa(citation)).toBe(
    '[The ferry is back]. (n.d.). https://facts.example.org/articles/night-ferry',
  );
  expect(citationOf({ published: '2025-06' }).issued).toEqual([2025, 6]);
  expect(citationOf({ published: '1884/1886' }).issued).toBeNull();
});

test('the citation of a fact says where the article has it', async () => {
  const path = '/quotes/china-russia-declare-no-limits-partnership-2022';
  const [citation] = (await get(`${path}/citation.json`)).json();
  expect(citation).toMatchObject({
    type: 'entry',
    title: 'China, Russia: “tanpa batas”',
    language: 'id',
  });
  expect(citation.URL).toMatch(new RegExp(`^http.*${path}$`));
  expect(citation.note).toContain('direct quote');
  expect(citation.note).toContain('putin-china-visit-2024, characters 2964–2975');
});

test('words that nobody said pass for nobody’s: not in a title, a citation, or linked data', async () => {
  const articleText = 'Mayor Ana Ruiz did not say “I quit,” Ivan Dow said.';
  const { app, ask } = await withServer([]);
  const payload = {
    article: { id: 'a', language: 'en', title: { en: 'Ana Ruiz stays' } },
    articleText,
    actors: [
      {
        id: 'ana-ruiz',
        kind: 'person',
        name: { en: 'Ana Ruiz' },
        mentions: [{ exact: 'Ana Ruiz' }],
      },
    ],
    quotes: [
      {
        id: 'i-quit',
        kind: 'direct',
        polarity: 'denied',
        text: 'I quit,',
        speakers: ['ana-ruiz'],
        mentions: [{ exact: 'I quit,' }],
      },
    ],
  };
  const url = '/v1/articles/a/bundle';
  expect((await ask({ method: 'PUT', url, headers: withKey, payload })).statusCode).toBe(201);
  const its = async (path: string) =>
    (await app.inject({ url: `/quotes/i-quit${path}`, headers: asBrowser })).body;
  const page = await its('');
  expect(page).toContain('<meta property="og:title" content="Ana Ruiz [denied]: “I quit,”">');
  expect(page).toMatch(
    /<h1 class="small">.*Ana Ruiz<\/span><\/a> <span class="tag"[^>]*>denied<\/span><\/h1>/,
  );
  expect(page).toContain('"@type":"Claim"');
  expect(page).not.toMatch(/spokenByCharacter|"author"/);
  const bibtex = await its('/citation.bib');
  expect(bibtex).toContain('title = {{Ana Ruiz [denied]: “I quit,”}}');
  expect(bibtex).toContain('note = {denied direct quote i-quit');
});

test('a page says where the same is as data, and carries it', async () => {
  const { body } = await get('/actors/vladimir-putin');
  const parsed = new DOMParser({ onError: () => {} }).parseFromString(body, 'text/html');
  const links = Array.from(parsed.getElementsByTagName('link'), (it) => [
    it.getAttribute('type'),
    it.getAttribute('href'),
  ]);
  for (const [type, href] of links.filter(([type]) => type !== null && type !== '')) {
    const { headers, statusCode } = await get(href ?? '', {});
    expect([statusCode, String(headers['content-type']).split(';')[0]]).toEqual([200, type]);
  }
  const [, json = ''] = /ld\+json">(.*?)<\/script>/.exec(body) ?? [];
  expect(JSON.parse(json)).toMatchObject({ '@type': 'Person', '@id': '/v1/actors/vladimir-putin' });
});
