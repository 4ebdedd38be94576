import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { bundleOf } from '../support/article.ts';
import { type Cluster, query, startCluster, startStandby } from '../support/cluster.ts';
import { startServer, stopServer, type TestServer, withKey } from '../support/server.ts';

const clusters: Cluster[] = [];
afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.remove();
});

async function startPair(settings: Record<string, string> = {}) {
  const primary = await startCluster({ fsync: 'off', ...settings });
  const standby = await startStandby(primary, { fsync: 'off' });
  clusters.push(primary, standby);
  const hosts = `127.0.0.1:${primary.port},127.0.0.1:${standby.port}`;
  return { primary, standby, url: `postgres://postgres@${hosts}/postgres` };
}

function put({ app }: TestServer, id: string) {
  return app.inject({
    method: 'PUT',
    url: `/v1/articles/${id}/bundle`,
    headers: withKey,
    payload: bundleOf(id),
  });
}

/** Asks again until the answer has that status. */
async function until(status: number, ask: () => Promise<{ statusCode: number; body: string }>) {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (answer.statusCode === status) return answer;
    expect([503, 500], answer.body).toContain(answer.statusCode);
    if (tries === 200) throw new Error(`still ${answer.statusCode}: ${answer.body}`);
    await setTimeout(50);
  }
}

const idsIn = async (server: TestServer) =>
  (await server.get('/v1/articles?limit=100')).data.map(({ id }) => id);

test('the primary dies: reads go on, writes say so; the standby is promoted, and writes go on without a restart', async () => {
  const { primary, standby, url } = await startPair({
    synchronous_commit: 'remote_apply',
    synchronous_standby_names: 'standby',
  });
  const server = await startServer([], { path: url });
  for (const id of ['a', 'b']) expect((await put(server, id)).statusCode).toBe(201);
  await primary.stop('SIGKILL');
  expect((await server.get('/v1/quotes')).data).toHaveLength(4);
  expect((await server.app.inject('/v1/exports/quotes.ndjson')).statusCode).toBe(200);
  const refused = await put(server, 'c');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, expect.anything()]);
  expect((await server.app.inject('/health/ready')).statusCode).toBe(200);
  await query(standby.url, 'select pg_promote()');
  await until(201, () => put(server, 'c'));
  expect((await idsIn(server)).sort()).toEqual(['a', 'b', 'c']);
  await stopServer(server);
}, 60_000);

test('reads go to the replica, and are never older than what was written or shown through this server', async () => {
  const { primary, standby } = await startPair();
  const server = await startServer([bundleOf('a')], { path: primary.url, readFrom: standby.url });
  await until(200, () => server.app.inject('/v1/quotes/a-we-will-build-it'));
  await query(standby.url, 'select pg_wal_replay_pause()');
  for (const id of ['b', 'c', 'd']) {
    expect((await put(server, id)).statusCode).toBe(201);
    expect(await idsIn(server)).toContain(id);
  }
  expect(await query(standby.url, 'select id from articles')).toEqual([{ id: 'a' }]);
  await query(standby.url, 'select pg_wal_replay_resume()');
  await standby.stop('SIGKILL');
  expect((await idsIn(server)).length).toBe(4);
  await stopServer(server);
}, 60_000);

test('with a synchronous standby, no write that was acknowledged is lost when the primary is killed under load', async () => {
  const rounds = Number(process.env.FAILOVER_ROUNDS ?? 2);
  for (let round = 0; round < rounds; round++) {
    const { primary, standby, url } = await startPair({
      synchronous_commit: 'remote_apply',
      synchronous_standby_names: 'standby',
    });
    const server = await startServer([], { path: url });
    const acknowledged: string[] = [];
    let killed = false;
    const write = async (writer: number) => {
      for (let count = 0; !killed; count++) {
        const id = `a${writer}-${count}`;
        if ((await put(server, id)).statusCode === 201) acknowledged.push(id);
      }
    };
    const writing = Promise.all([write(1), write(2), write(3)]);
    while (acknowledged.length < 5 + (round % 7)) await setTimeout(5);
    await primary.stop('SIGKILL');
    killed = true;
    await writing;
    await query(standby.url, 'select pg_promote()');
    const rows = await query<{ id: string; quotes: string }>(
      standby.url,
      'select id, (select count(*) from quotes where number >> 20 = articles.number) as quotes from articles',
    );
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    for (const { quotes } of rows) expect(Number(quotes)).toBe(2);
    await stopServer(server);
    for (const cluster of clusters.splice(0)) await cluster.remove();
  }
}, 300_000);
