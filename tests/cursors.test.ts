import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyDatabase } from '../src/store/sqlite/copy.ts';
import { bundleOf } from './support/article.ts';
import { temporaryFolder } from './support/process.ts';
import { load, startServer, stopServer, type TestServer, withServer } from './support/server.ts';

/** A page of each kind of list that goes on. */
const lists = [
  '/v1/articles?limit=1',
  '/v1/quotes?limit=1&sort=date',
  '/v1/mentions?limit=1',
  '/v1/search?limit=1&q=the',
  '/v1/actors/town-council/connections?limit=1',
  '/v1/changes?limit=1',
];

interface Page {
  page: { next: string | null };
  resume?: string;
}

/** Where each of the lists goes on, and where changes will. */
async function goOn({ get }: TestServer): Promise<string[]> {
  const urls: string[] = [];
  for (const url of lists) {
    const { page, resume } = await get<Page>(url);
    for (const cursor of [page.next, resume ?? null])
      if (cursor !== null) urls.push(`${url}&cursor=${cursor}`);
  }
  return urls;
}

/** One that has the council meet two others. */
const meeting = (id: string) =>
  bundleOf(id, ({ events }) => {
    const participants = ['ada-stein', 'town-council', 'daily-herald'].map((actor) => ({
      actor,
      role: 'attendee',
    }));
    Object.assign(events[0] ?? {}, { participants });
  });

const articles = [meeting('a'), meeting('b')];

/** A server on a file that can be put back to what it was. */
async function restorable() {
  const folder = temporaryFolder();
  const path = join(folder, 'facts.db');
  let server = await startServer(articles, { path });
  onTestFinished(() => stopServer(server));
  const whileStopped = async (work: () => void) => {
    await stopServer(server);
    work();
    server = await startServer([], { path });
  };
  return {
    now: () => server,
    copy: (name: string) => whileStopped(() => copyFileSync(path, join(folder, name))),
    restore: (name: string) => whileStopped(() => copyFileSync(join(folder, name), path)),
  };
}

test('a cursor of another database is refused, though it has the same content, and it is said why', async () => {
  const [one, other] = [await withServer(articles), await withServer(articles)];
  const urls = await goOn(one);
  expect(urls).toHaveLength(lists.length + 1);
  for (const url of urls) {
    expect((await one.ask(url)).statusCode, url).toBe(200);
    const refused = await other.ask(url);
    expect(refused.json(), url).toMatchObject({
      type: '/problems/invalid-cursor',
      status: 400,
      detail: expect.stringMatching(/another database.*begin again/),
    });
  }
});

test('a cursor goes on whatever is written, and after a restart', async () => {
  const { now, copy } = await restorable();
  const urls = await goOn(now());
  await load(now().store, [bundleOf('c')]);
  await copy('any');
  for (const url of urls) expect((await now().ask(url)).statusCode, url).toBe(200);
});

test('a cursor of what a restore has taken away is gone, also when the revisions have grown past it', async () => {
  const { now, copy, restore } = await restorable();
  const before = await goOn(now());
  await copy('old');
  await load(now().store, [bundleOf('c')]);
  const lost = await goOn(now());
  await restore('old');
  for (const more of [[], [bundleOf('d')], [bundleOf('e'), bundleOf('f')]]) {
    await load(now().store, more);
    for (const url of before) expect((await now().ask(url)).statusCode, url).toBe(200);
    for (const url of lost)
      expect((await now().ask(url)).json(), url).toMatchObject({
        type: '/problems/cursor-gone',
        status: 410,
        detail: expect.stringMatching(/restore.*begin again/),
        errors: [{ in: 'query', name: 'cursor' }],
      });
  }
  expect(await now().store.revision()).toBe(5);
});

test('what comes after the restore goes on as well, and a second restore takes that away in turn', async () => {
  const { now, copy, restore } = await restorable();
  await copy('old');
  await load(now().store, [bundleOf('c')]);
  await copy('new');
  const first = await goOn(now());
  await restore('old');
  await load(now().store, [bundleOf('c')]);
  const second = await goOn(now());
  for (const url of second) expect((await now().ask(url)).statusCode, url).toBe(200);
  await restore('new');
  for (const url of first) expect((await now().ask(url)).statusCode, url).toBe(200);
  for (const url of second) expect((await now().ask(url)).statusCode, url).toBe(410);
});

test('a copy that is put back under the running server shows at once, kept answers or not', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'facts.db'), join(folder, 'old.db')];
  const server = await startServer(articles, { path });
  onTestFinished(() => stopServer(server));
  const ids = async () => (await server.get('/v1/articles')).data.map(({ id }) => id);
  await copyDatabase(path, copy);
  await load(server.store, [bundleOf('c')]);
  const lost = await goOn(server);
  for (let time = 0; time < 2; time++) expect(await ids()).toEqual(['a', 'b', 'c']);
  await copyDatabase(copy, path);
  await load(server.store, [bundleOf('d')]);
  for (let time = 0; time < 2; time++) expect(await ids()).toEqual(['a', 'b', 'd']);
  for (const url of lost) expect((await server.ask(url)).statusCode, url).toBe(410);
});

test('the ETag of what a restore has taken away matches nothing else under the same revision', async () => {
  const { now, copy, restore } = await restorable();
  await copy('old');
  const urls = [
    ...['/v1/articles', '/v1/articles/c', '/v1/articles/c/bundle', '/v1/changes'],
    ...['/v1/exports/articles.csv', '/v1/quotes?limit=1', '/v1/changes.atom'],
  ];
  await load(now().store, [bundleOf('c')]);
  const etags = new Map<string, string>();
  for (const url of urls) etags.set(url, String((await now().ask(url)).headers.etag));
  await restore('old');
  const renamed = bundleOf('c', ({ article }) => {
    article.title = { en: 'Another title' };
  });
  await load(now().store, [renamed]);
  for (const [url, etag] of etags) {
    const { statusCode, body } = await now().ask({ url, headers: { 'if-none-match': etag } });
    expect(statusCode, `${url} ${body.slice(0, 200)}`).toBe(200);
  }
});
