import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBundleLoader } from '../../src/bundle/load.ts';
import { factTypes } from '../../src/resources.ts';
import { bundleOf } from '../support/article.ts';
import { type Cluster, query, startCluster } from '../support/cluster.ts';
import { freshLocation } from '../support/location.ts';
import { run, start } from '../support/process.ts';
import {
  type ListBody,
  startServer,
  stopServer,
  type TestServer,
  withKey,
} from '../support/server.ts';

/** One that may be stopped, and its connections ended: other tests don't use it. */
let own: Cluster;

beforeAll(async () => {
  own = await startCluster();
});
afterAll(() => own.remove());

function put({ app }: TestServer, id: string) {
  return app.inject({
    method: 'PUT',
    url: `/v1/articles/${id}/bundle`,
    headers: withKey,
    payload: bundleOf(id),
  });
}

async function serverAt(path: string): Promise<TestServer> {
  return startServer([], { path });
}

test('npm start on an empty database serves the seed', async () => {
  const { address } = await start({ DATABASE_URL: await freshLocation() });
  const answer = await fetch(`${address}/v1/quotes?limit=1`);
  const { data } = (await answer.json()) as ListBody;
  expect(data).toHaveLength(1);
});

test('who can’t reach the database is told why in one line, without the password', async () => {
  const { host } = new URL(own.url);
  for (const [url, why] of [
    ['postgres://facts:secret@127.0.0.1:1/facts', /nobody listens there/],
    [`postgres://postgres:secret@${host}/nowhere`, /no database of the name/],
    [`postgres://nobody:secret@${host}/postgres`, /refuses the user or the password/],
  ] as const) {
    const { code, stderr } = await run('src/main.ts', [], { DATABASE_URL: url, PORT: '0' });
    expect([url, code, stderr.trim().split('\n').length]).toEqual([url, 1, 1]);
    expect(stderr).toMatch(why);
    expect(stderr).not.toContain('secret');
  }
});

test('a schema of another program is refused, and stays as it is', async () => {
  const path = await freshLocation();
  await query(path, 'create table customers (id int)');
  await expect(serverAt(path)).rejects.toThrow(/has tables of another program, like customers/);
  const tables = 'select relname from pg_class where relnamespace = current_schema()::regnamespace';
  expect(await query(path, tables)).toEqual([{ relname: 'customers' }]);
});

test('a migration that this version doesn’t know is refused', async () => {
  const path = await freshLocation();
  await stopServer(await serverAt(path));
  await query(path, `update migrations set digest = 'another'`);
  await expect(serverAt(path)).rejects.toThrow(/has had migration 0001-facts.sql/);
});

test('servers that start at once migrate once, and all serve', async () => {
  const path = await freshLocation();
  const servers = await Promise.all([1, 2, 3, 4].map(() => startServer('seed', { path })));
  for (const server of servers)
    expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual([
      'putin-china-visit-2024',
    ]);
  expect(await servers[0]?.store.revision()).toBe(1);
  await Promise.all(servers.map(stopServer));
});

test('what one server stores, another one serves at once, kept answers or not', async () => {
  const path = await freshLocation();
  const [one, other] = await Promise.all([serverAt(path), serverAt(path)]);
  for (const id of ['a', 'b', 'c']) {
    expect((await put(one, id)).statusCode).toBe(201);
    for (const server of [one, other])
      expect((await server.get('/v1/articles')).data.map((it) => it.id)).toContain(id);
  }
  await Promise.all([one, other].map(stopServer));
});

test('writers of several servers leave revisions without gaps', async () => {
  const path = await freshLocation();
  const servers = await Promise.all([serverAt(path), serverAt(path)]);
  const ids = Array.from({ length: 12 }, (_, index) => `a${index}`);
  const answers = await Promise.all(
    ids.map((id, index) => put(servers[index % 2] as TestServer, id)),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(ids.map(() => 201));
  const rows = await query<{ revision: string }>(path, 'select revision from changes order by 1');
  expect(rows.map(({ revision }) => Number(revision))).toEqual(ids.map((_, index) => index + 1));
  await Promise.all(servers.map(stopServer));
});

test('while somebody else holds the lock, writing is busy and reading goes on', async () => {
  const path = await freshLocation();
  const server = await startServer([bundleOf('a')], { path });
  const holder = new pg.Client({ connectionString: path });
  await holder.connect();
  await holder.query('begin; select 1 from state for update');
  const refused = await put(server, 'b');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, expect.anything()]);
  expect((await server.get('/v1/quotes')).data.length).toBeGreaterThan(0);
  await holder.end();
  expect((await put(server, 'b')).statusCode).toBe(201);
  await stopServer(server);
});

test('a connection that is lost in the middle of a put leaves all of it or nothing', async () => {
  const path = await freshLocation(own.url);
  const server = await startServer([], { path });
  const stored = new Set<string>();
  let refused = 0;
  for (let round = 0; round < 15; round++) {
    const id = `a${round}`;
    const [answer] = await Promise.all([
      put(server, id),
      query(
        own.url,
        `select pg_sleep(${0.004 * round})`,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'article-facts' and pid <> pg_backend_pid() and state <> 'idle'`,
      ),
    ]);
    expect([201, 503], answer.body).toContain(answer.statusCode);
    if (answer.statusCode === 201) stored.add(id);
    else refused++;
  }
  const articles = await query<{ id: string; quotes: string }>(
    path,
    `select id, (select count(*) from quotes where number >> 20 = articles.number) as quotes from articles`,
  );
  for (const { quotes } of articles) expect(Number(quotes)).toBe(2);
  const found = new Set(articles.map(({ id }) => id));
  for (const id of stored) expect(found).toContain(id);
  // What was refused may have been committed as the connection went, but is whole then.
  expect(found.size).toBeLessThanOrEqual(stored.size + refused);
  await stopServer(server);
});

test('while the database is away, every answer says so; when it is back, all goes on', async () => {
  const server = await startServer([bundleOf('a')], { path: own.url });
  await own.stop();
  for (const url of [
    '/v1/quotes',
    '/v1/quotes/a-q1',
    '/v1/search?q=bridge',
    '/v1/exports/quotes.csv',
  ]) {
    const { statusCode, headers, body } = await server.app.inject(url);
    expect([url, statusCode, headers['retry-after']], body).toEqual([url, 503, expect.anything()]);
  }
  expect((await put(server, 'b')).statusCode).toBe(503);
  expect((await server.app.inject('/health/ready')).statusCode).toBe(503);
  expect((await server.app.inject('/health/live')).statusCode).toBe(200);
  await own.start();
  expect((await server.app.inject('/health/ready')).statusCode).toBe(200);
  expect((await put(server, 'b')).statusCode).toBe(201);
  expect((await server.get('/v1/articles')).data).toHaveLength(2);
  await stopServer(server);
});

test('a database that can only be read is served, and says so', async () => {
  const path = await freshLocation();
  const server = await startServer([bundleOf('a')], { path });
  await stopServer(server);
  const readOnly = `${path}%20-cdefault_transaction_read_only%3Don`;
  const again = await startServer([], { path: readOnly }).catch((error: Error) => error);
  if (again instanceof Error) throw again;
  expect((await again.app.inject('/health/ready')).json()).toMatchObject({ readOnly: true });
  expect((await again.get('/v1/quotes')).data).toHaveLength(2);
  expect((await put(again, 'b')).statusCode).toBe(403);
  await stopServer(again);
});

test('a database that was loaded in bulk has what one has that was loaded one by one', async () => {
  const places = [await freshLocation(), await freshLocation()] as const;
  const [one, other] = await Promise.all([serverAt(places[0]), serverAt(places[1])]);
  const bundles = ['a', 'b', 'c'].map((id) => bundleOf(id));
  const loader = createBundleLoader(factTypes);
  await one.store.writeBulk(
    async (writing, makeIndexes) => {
      const loading = loader.begin({ distinct: true, puttingOff: true });
      const read = bundles.flatMap((bundle) => loader.read(bundle).bundle ?? []);
      await loading.load(
        writing,
        read.map((it) => loader.prepare(it)),
      );
      await makeIndexes();
      await loading.finish(writing);
    },
    ['quotes', 'events', 'statistics'],
  );
  for (const { article } of bundles) expect((await put(other, article.id)).statusCode).toBe(201);
  for (const list of ['actors', 'quotes', 'mentions', 'statistics'])
    expect((await other.get(`/v1/${list}`)).data).toEqual((await one.get(`/v1/${list}`)).data);
  const indexes = 'select indexdef from pg_indexes where schemaname = current_schema() order by 1';
  const made = await query<{ indexdef: string }>(places[0], indexes);
  expect(made.length).toBeGreaterThan(40);
  const names = (rows: { indexdef: string }[]) =>
    rows.map((it) => it.indexdef.replaceAll(/t[0-9a-f]{32}\./g, ''));
  expect(names(made)).toEqual(names(await query(places[1], indexes)));
  await Promise.all([one, other].map(stopServer));
});
