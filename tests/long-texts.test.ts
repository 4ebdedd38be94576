import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../bench/random.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([]);
});
afterAll(() => stopServer(server));

const random = randomOf('long texts');

/** Words at random, which no compression makes much shorter. */
function textOf(length: number): string {
  const words = Array.from({ length: length / 5 }, () => random.below(2 ** 31).toString(36));
  return words.join(' ').slice(0, length).trimEnd();
}

const long = textOf(60_000);
const oneWord = long.replaceAll(' ', '');

type Draft = Parameters<NonNullable<Parameters<typeof bundleOf>[1]>>[0];

/** The fact, or the article, with a field that is long. */
const given = (fact: object | undefined, field: object) => {
  Object.assign(fact ?? {}, field);
};

const mentioned = ({ article }: Draft, exact: string) => {
  article.text.length = exact.length;
  return { mentions: [{ start: 0, end: exact.length, exact }] };
};

const places: [string, (bundle: Draft) => void][] = [
  ['the title of an article', ({ article }) => given(article, { title: { en: long } })],
  ['its description', ({ article }) => given(article, { description: { en: long } })],
  ['its publisher', ({ article }) => given(article.source, { publisher: long })],
  ['its address', ({ article }) => given(article.source, { url: `https://a.example/${oneWord}` })],
  ['a quote', ({ quotes }) => given(quotes[1], { text: long })],
  ['one word of a quote', ({ quotes }) => given(quotes[1], { text: oneWord })],
  ['the words that state it', (bundle) => given(bundle.quotes[1], mentioned(bundle, long))],
  ['the name of an actor', ({ actors }) => given(actors[0], { name: { en: long } })],
  ['an alias', ({ actors }) => given(actors[0], { aliases: [long] })],
  ['what is said of an actor', ({ actors }) => given(actors[0], { description: { en: long } })],
  ['a role', ({ actors }) => given(actors[0], { roles: [{ en: long }] })],
  ['the name of a place', ({ places }) => given(places[0], { name: { en: long } })],
  ['the title of an event', ({ events }) => given(events[0], { title: { en: long } })],
  ['what a statistic is of', ({ statistics }) => given(statistics[0], { label: { en: long } })],
];

function send(method: 'PUT' | 'DELETE', id: string, payload?: Bundle) {
  const url = `/v1/articles/${id}/bundle`;
  return server.ask({ method, url, headers: withKey, ...(payload && { payload }) });
}

test.each(places)(
  '%s may be 60,000 characters long: it is stored, replaced and removed',
  async (_, make) => {
    const bundle = bundleOf('a', (it) => {
      make(it);
      // What states it may be longer than the text of this article.
      it.article.text.length = Math.max(it.article.text.length, 60_000);
    });
    const put = await send('PUT', 'a', bundle);
    expect(put.statusCode, put.body.slice(0, 500)).toBe(201);
    const stored = (await server.ask('/v1/articles/a/bundle')).body;
    expect([long, oneWord].some((text) => stored.includes(text))).toBe(true);
    expect((await send('PUT', 'a', bundleOf('a'))).statusCode).toBe(200);
    expect((await send('DELETE', 'a')).statusCode).toBe(204);
    expect((await server.get('/v1/actors')).data).toEqual([]);
  },
);

test.each([
  [
    'articles',
    'title',
    ({ article }: Draft, title: string) => given(article, { title: { en: title } }),
  ],
  [
    'events',
    'title',
    ({ events }: Draft, title: string) => given(events[0], { title: { en: title } }),
  ],
])(
  '%s are ordered by the beginning of a long %s, and each page leads on',
  async (list, key, make) => {
    const ids = ['c', 'b', 'a'];
    for (const [place, id] of ids.entries()) {
      const bundle = bundleOf(id, (it) => make(it, `${long.slice(0, 2_000 * (3 - place))}`));
      expect((await send('PUT', id, bundle)).statusCode).toBe(201);
    }
    const found: string[] = [];
    let cursor = '';
    do {
      const url = `/v1/${list}?sort=${key}&limit=1${cursor}`;
      const { data, page } = await server.get(url);
      found.push(...data.map(({ id }) => id));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    const starting = found.filter((id) => /^.(-council-meeting)?$/.test(id));
    expect(starting.map((id) => id[0])).toEqual(['a', 'b', 'c']);
    for (const id of ids) await send('DELETE', id);
  },
);
