import { expect, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf, completed, text } from './support/article.ts';
import { type TestServer, withKey, withServer } from './support/server.ts';

function put({ ask }: TestServer, bundle: Bundle, headers: Record<string, string> = {}) {
  const url = `/v1/articles/${bundle.article.id}/bundle`;
  return ask({ method: 'PUT', url, payload: bundle, headers: { ...withKey, ...headers } });
}

function remove({ ask }: TestServer, id: string, headers: Record<string, string> = {}) {
  const url = `/v1/articles/${id}/bundle`;
  return ask({ method: 'DELETE', url, headers: { ...withKey, ...headers } });
}

const renamed = bundleOf('a', ({ article }) => {
  article.title = { en: 'Another title' };
});

test('a bundle that is put is served, and comes back as it was put', async () => {
  const server = await withServer([]);
  const created = await put(server, bundleOf('a'));
  expect([created.statusCode, created.headers.location]).toEqual([201, '/v1/articles/a']);
  expect(created.json()).toEqual({ article: await server.get('/v1/articles/a'), notices: [] });
  expect((await server.get('/v1/quotes')).data).toHaveLength(2);
  const back = await server.ask('/v1/articles/a/bundle');
  expect(back.json()).toEqual(completed(bundleOf('a')));
  expect(back.headers.etag).toBe(created.headers.etag);
});

test('the same bundle again changes nothing; another one takes its place', async () => {
  const server = await withServer([]);
  const created = await put(server, bundleOf('a'));
  const revision = await server.store.revision();
  const again = await put(server, bundleOf('a'));
  expect([again.statusCode, again.headers.etag]).toEqual([200, created.headers.etag]);
  expect(await server.store.revision()).toBe(revision);
  const replaced = await put(server, renamed);
  expect([replaced.statusCode, replaced.json().article.title]).toEqual([
    200,
    { en: 'Another title' },
  ]);
  expect(replaced.headers.etag).not.toBe(created.headers.etag);
});

test('an article is deleted with its facts; what others name stays', async () => {
  const server = await withServer([bundleOf('a'), bundleOf('b')]);
  expect((await remove(server, 'a')).statusCode).toBe(204);
  expect((await server.get('/v1/events')).data.map((event) => event.article)).toEqual(['b', 'b']);
  expect(await server.get('/v1/actors/ada-stein')).toMatchObject({ counts: { articles: 1 } });
  await remove(server, 'b');
  expect((await server.get('/v1/actors')).data).toEqual([]);
  expect((await remove(server, 'b')).statusCode).toBe(404);
  expect((await server.ask('/v1/articles/b/bundle')).statusCode).toBe(404);
});

test('If-Match and If-None-Match guard against overwriting, in any encoding of the ETag', async () => {
  const server = await withServer([]);
  expect((await put(server, bundleOf('a'), { 'if-match': '"x"' })).statusCode).toBe(412);
  expect((await put(server, bundleOf('a'), { 'if-none-match': '*' })).statusCode).toBe(201);
  expect((await put(server, renamed, { 'if-none-match': '*' })).statusCode).toBe(412);
  const url = '/v1/articles/a/bundle';
  const gzip = await server.app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  const etag = String(gzip.headers.etag);
  expect((await put(server, renamed, { 'if-match': etag })).statusCode).toBe(200);
  const late = await put(server, bundleOf('a'), { 'if-match': etag });
  expect([late.statusCode, late.json().errors[0].name]).toEqual([412, 'If-Match']);
  expect((await remove(server, 'a', { 'if-match': etag })).statusCode).toBe(412);
  expect(
    (await remove(server, 'a', { 'if-match': `"x", ${late.json().detail.match(/".+"/)}` }))
      .statusCode,
  ).toBe(412);
  const again = String((await server.app.inject({ url, headers: {} })).headers.etag);
  const weak = { 'if-none-match': `"x", W/${again}` };
  expect((await put(server, bundleOf('a'), weak)).statusCode).toBe(412);
  expect((await put(server, bundleOf('a'), { 'if-match': `W/${again}` })).statusCode).toBe(412);
  // A lost ETag is a condition that nothing fulfils.
  expect((await put(server, bundleOf('a'), { 'if-match': '' })).statusCode).toBe(412);
  expect((await remove(server, 'a', { 'if-match': '' })).statusCode).toBe(412);
  expect((await remove(server, 'a', { 'if-match': '*' })).statusCode).toBe(204);
});

test.each([
  ['in capitals', 'Night-Ferry', 'night-ferry'],
  ['with a space', '%20', ''],
  ['with a mark of its own', 'night_ferry', 'night-ferry'],
  ['with an empty word', 'a--b', ''],
  ['of 97 characters', 'a'.repeat(97), ''],
  ['of 256 characters', 'a'.repeat(256), ''],
])(
  'an id %s is refused by its name, whatever is to be written and on which condition',
  async (_, id, meant) => {
    const server = await withServer([bundleOf('a')]);
    const conditions = [{}, { 'if-match': '"x"' }, { 'if-match': '*' }, { 'if-none-match': '*' }];
    const bodies = ['{', JSON.stringify(bundleOf('a'))];
    const requests = conditions.flatMap((headers) => [
      { method: 'DELETE' as const, headers },
      ...bodies.map((payload) => ({
        method: 'PUT' as const,
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
      })),
    ]);
    for (const { headers, ...request } of requests) {
      const url = `/v1/articles/${id}/bundle`;
      const refused = await server.ask({ ...request, url, headers: { ...withKey, ...headers } });
      const { type, detail, errors } = refused.json();
      const asked = `${request.method} ${JSON.stringify(headers)}`;
      expect([refused.statusCode, type], asked).toEqual([400, '/problems/invalid-parameter']);
      expect(errors, asked).toMatchObject([{ in: 'path', name: 'article' }]);
      expect(detail, asked).toContain(meant);
    }
    expect((await server.ask(`/v1/articles/${id}/bundle`)).statusCode).toBe(404);
  },
);

test('of several who put in place of the same bundle, exactly one wins each round', async () => {
  const server = await withServer([bundleOf('a')]);
  const titles: string[] = [];
  for (let round = 0; round < 20; round++) {
    const { headers } = await server.ask('/v1/articles/a/bundle');
    const answers = await Promise.all(
      ['x', 'y', 'z', 'w'].map((name) => {
        const bundle = bundleOf('a', ({ article }) => {
          article.title = { en: `${name} ${round}` };
        });
        return put(server, bundle, { 'if-match': String(headers.etag) });
      }),
    );
    const won = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 412)).toHaveLength(3);
    titles.push(won[0]?.json().article.title.en);
    expect(await server.get('/v1/articles/a')).toMatchObject({
      title: won[0]?.json().article.title,
    });
  }
  expect(new Set(titles).size).toBe(20);
});

test('a bundle is refused with every fault, and changes nothing', async () => {
  const server = await withServer([bundleOf('b')]);
  const revision = await server.store.revision();
  const faulty = bundleOf('a', ({ quotes, events }) => {
    if (quotes[0]) quotes[0].speakers = ['nobody'];
    if (events[0]) events[0].kind = 'party';
  });
  const refused = await put(server, faulty);
  expect(refused.statusCode).toBe(400);
  expect(
    refused
      .json()
      .errors.map((error: { name: string }) => error.name)
      .sort(),
  ).toEqual(['/events/0/kind', '/quotes/0/speakers/0']);
  const other = await server.ask({
    method: 'PUT',
    url: '/v1/articles/c/bundle',
    payload: bundleOf('a'),
    headers: withKey,
  });
  expect(other.json().errors).toEqual([
    { in: 'body', name: '/article/id', detail: 'must be c, as in the path' },
  ]);
  expect(await server.store.revision()).toBe(revision);
});

test('a bundle that contradicts another article is a conflict, with both values', async () => {
  const server = await withServer([bundleOf('b')]);
  const clashing = bundleOf('a', ({ actors }) => {
    if (actors[0]) actors[0].wikidata = 'Q2';
  });
  const refused = await put(server, clashing);
  expect(refused.statusCode).toBe(409);
  expect(refused.json().errors).toEqual([
    {
      in: 'body',
      name: '/actors/0/wikidata',
      detail: 'is Q2, but the article b has Q1 for ada-stein',
    },
  ]);
});

test('a text sent along is checked against every mention, and neither kept nor given back', async () => {
  const server = await withServer([]);
  expect((await put(server, { ...bundleOf('a'), articleText: text })).statusCode).toBe(201);
  expect((await server.ask('/v1/articles/a/bundle')).json()).toEqual(completed(bundleOf('a')));
  const moved = bundleOf('b', ({ events }) => {
    const [mention] = events[0]?.mentions ?? [];
    if (mention) Object.assign(mention, { start: mention.start + 1, end: mention.end + 1 });
  });
  const refused = await put(server, { ...moved, articleText: text });
  expect(refused.json().errors).toMatchObject([
    { name: '/events/0/mentions/0', detail: expect.stringContaining('expected “met”') },
  ]);
});

test('only a right key may write, and is asked for before the body is read', async () => {
  const server = await withServer([bundleOf('a')]);
  for (const method of ['PUT', 'DELETE'] as const)
    for (const authorization of [undefined, 'Bearer wrong', 'Basic dGVzdC1rZXk=', 'Bearer'])
      for (const payload of ['{', 'x'.repeat(5_000_000)]) {
        const refused = await server.ask({
          method,
          url: '/v1/articles/a/bundle',
          ...(method === 'PUT' && { payload }),
          headers: {
            'content-type': 'application/json',
            ...(authorization && { authorization }),
          },
        });
        expect(refused.statusCode).toBe(401);
        expect(refused.headers['www-authenticate']).toBe('Bearer');
      }
  expect(await server.get('/v1/articles/a')).toBeTruthy();
});

test('wrong keys are limited by address; a right one still passes', async () => {
  const server = await withServer([]);
  const wrong = { authorization: 'Bearer wrong' };
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 25; attempt++)
    statuses.push((await put(server, bundleOf('a'), wrong)).statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
  const limited = await put(server, bundleOf('a'), wrong);
  expect(limited.statusCode).toBe(429);
  expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  expect((await put(server, bundleOf('a'))).statusCode).toBe(201);
});

interface Changes {
  data: { revision: number; kind: string; article: string; author: string | null }[];
  page: { next: string | null };
}

test('changes tell what was put and deleted, in order, and by whose key', async () => {
  const server = await withServer([bundleOf('a')]);
  await put(server, bundleOf('b'));
  await put(server, bundleOf('b'));
  await put(server, renamed);
  await remove(server, 'b');
  const { data, page } = await server.get<Changes>('/v1/changes');
  expect(data.map(({ kind, article, author }) => [kind, article, author])).toEqual([
    ['put', 'a', null],
    ['put', 'b', 'tests'],
    ['put', 'a', 'tests'],
    ['delete', 'b', 'tests'],
  ]);
  expect(data.map((change) => change.revision)).toEqual([1, 2, 3, 4]);
  expect(page.next).toBeNull();
});
