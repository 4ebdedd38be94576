import { setTimeout } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { selectMarked } from '../../src/store/read/state.ts';
import { sql } from '../../src/store/sql.ts';
import { bundleOf } from '../support/article.ts';
import { type Cluster, query, startCluster, startStandby } from '../support/cluster.ts';
import { freshLocation } from '../support/location.ts';
import {
  type ListBody,
  startServer,
  stopServer,
  type TestServer,
  withKey,
} from '../support/server.ts';

let primary: Cluster;
let standby: Cluster;
/** Where the standby has what the servers serve. */
let onStandby: string;
/** Reads and writes at the primary. */
let one: TestServer;
/** Reads from the standby, as long as that isn't behind. */
let other: TestServer;

beforeAll(async () => {
  primary = await startCluster({ fsync: 'off' });
  standby = await startStandby(primary, {
    fsync: 'off',
    wal_retrieve_retry_interval: '100ms',
  });
  const path = await freshLocation(primary.url);
  onStandby = path.replace(primary.url, standby.url);
  one = await startServer([bundleOf('a')], { path });
  other = await startServer([], { path, readFrom: onStandby });
});
afterAll(async () => {
  await Promise.all([one, other].map(stopServer));
  await standby.remove();
  await primary.remove();
});

// Each test begins with a standby that has all there is, and a server that has shown it.
beforeEach(async () => {
  await resume();
  await untilStandbyHasAll();
  await idsIn(other);
});

const pause = () => query(standby.url, 'select pg_wal_replay_pause()');
const resume = () => query(standby.url, 'select pg_wal_replay_resume()');

async function untilStandbyHasAll(): Promise<void> {
  const newest = await one.store.revision();
  for (;;) {
    const [state] = await query<{ revision: string }>(onStandby, 'select revision from state');
    if (Number(state?.revision) >= newest) return;
    await setTimeout(10);
  }
}

async function put({ app }: TestServer, id: string, headers = {}, title = `Title of ${id}`) {
  const { article, ...facts } = bundleOf(id);
  const { statusCode, headers: its } = await app.inject({
    method: 'PUT',
    url: `/v1/articles/${id}/bundle`,
    headers: { ...withKey, ...headers },
    payload: { article: { ...article, title: { en: title } }, ...facts },
  });
  return { statusCode, etag: String(its.etag) };
}

const idsIn = async (server: TestServer) =>
  (await server.get('/v1/articles?limit=100')).data.map(({ id }) => id);

test('an answer of the primary that others have overtaken doesn’t make an older replica believed', async () => {
  await pause();
  await put(other, 'b');
  const { promise: asked, resolve: tellAsked } = Promise.withResolvers<void>();
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  let tries = 0;
  const slow = other.store.read(async () => {
    // The standby is behind, so the primary is asked.
    if (++tries < 2) return;
    tellAsked();
    await held;
  });
  await asked;
  await resume();
  await untilStandbyHasAll();
  await pause();
  await put(other, 'c');
  goOn();
  await slow;
  expect(await idsIn(other)).toContain('c');
});

test('who goes on with a cursor of another server isn’t answered from before it', async () => {
  await pause();
  await put(one, 'd');
  const { resume: mark } = await one.get<{ resume: string }>('/v1/changes');
  const { page } = await one.get('/v1/articles?limit=1');
  expect(await idsIn(other)).not.toContain('d');
  await put(one, 'e');
  const { data } = await other.get(`/v1/articles?limit=1&cursor=${page.next}`);
  expect(data).toHaveLength(1);
  const changes = await other.get<ListBody>(`/v1/changes?cursor=${mark}`);
  expect(changes.data).toMatchObject([{ article: 'e' }]);
  // What this server has shown now, it goes on to show.
  expect(await idsIn(other)).toContain('e');
});

test('where only a replica is left that is behind a cursor, the answer is to ask again later', async () => {
  await pause();
  await put(one, 'f');
  const { resume: mark } = await one.get<{ resume: string }>('/v1/changes');
  await primary.stop('SIGKILL');
  const refused = await other.ask(`/v1/changes?cursor=${mark}`);
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, expect.anything()]);
  // Without the cursor, nothing says that this was shown already.
  expect(await idsIn(other)).not.toContain('f');
  await primary.start();
  expect((await other.ask(`/v1/changes?cursor=${mark}`)).statusCode).toBe(200);
});

test('a write on the condition of what another server showed is compared with the primary', async () => {
  // The first write after the primary was started anew: the connections that there were are lost.
  const before = await put(one, 'a', {}, 'First');
  expect(before.statusCode).toBe(200);
  await pause();
  const after = await put(one, 'a', {}, 'Second');
  const late = await put(other, 'a', { 'if-match': before.etag }, 'Third');
  expect(late.statusCode).toBe(412);
  const done = await put(other, 'a', { 'if-match': after.etag }, 'Third');
  expect(done.statusCode).toBe(200);
  expect(await other.get('/v1/articles/a')).toMatchObject({ title: { en: 'Third' } });
});

test('what the standby ends, to follow its primary, is read again', async () => {
  const setDelay = (delay: string) =>
    query(
      standby.url,
      `alter system set max_standby_streaming_delay = ${delay}`,
      'select pg_reload_conf()',
    );
  await setDelay('0');
  const { promise: begun, resolve: tellBegun } = Promise.withResolvers<void>();
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  let tries = 0;
  const slow = other.store.read(async (reading) => {
    tries++;
    tellBegun();
    await held;
    return (await selectMarked(reading)).revision;
  });
  await begun;
  await put(one, 'i');
  const path = one.store.location ?? '';
  await query(path, 'begin', 'lock table state in access exclusive mode', 'commit');
  const [wal] = await query<{ end: string }>(primary.url, 'select pg_current_wal_lsn() as end');
  for (;;) {
    const text = `select pg_last_wal_replay_lsn() >= '${wal?.end}' as done`;
    const [replayed] = await query<{ done: boolean }>(standby.url, text);
    if (replayed?.done) break;
    await setTimeout(10);
  }
  goOn();
  expect(await slow).toBe(await one.store.revision());
  expect(tries).toBeGreaterThan(1);
  await setDelay('default');
});

test('exports come from a standby that can be read for long and has what was shown, else from the primary', async () => {
  const exported = async () => {
    const snapshot = await other.store.takeSnapshot();
    const rows = await snapshot.read((reading) =>
      reading.rows<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`),
    );
    await snapshot.close();
    return rows[0]?.standby ? 'standby' : 'primary';
  };
  expect(await exported()).toBe('primary');
  await query(standby.url, 'alter system set hot_standby_feedback = on', 'select pg_reload_conf()');
  while ((await exported()) === 'primary') await setTimeout(20);
  await pause();
  await put(other, 'j');
  expect(await exported()).toBe('primary');
});

test('readiness and metrics tell which hosts are used, as what, and how far the replica is behind', async () => {
  const ready = async () => (await other.app.inject('/health/ready')).json().servers;
  const [first, second] = [`127.0.0.1:${primary.port}`, `127.0.0.1:${standby.port}`];
  const revision = await one.store.revision();
  const none = { revisions: 0, seconds: 0 };
  expect(await ready()).toEqual({
    primary: { host: first, role: 'primary', revision, lag: none },
    replica: { host: second, role: 'standby', revision, lag: none },
  });
  await pause();
  await put(one, 'g');
  await put(one, 'h');
  const { replica } = await ready();
  expect(replica).toMatchObject({ revision, lag: { revisions: 2 } });
  expect(replica.lag.seconds).toBeGreaterThan(0);

  const metrics = new Registry();
  const app = await buildApp({ config: { logLevel: 'silent' }, store: other.store, metrics });
  const { body } = await app.inject('/metrics');
  const labels = `pool="replica",host="${second}"`;
  expect(body).toContain(`article_facts_database_server{${labels},role="standby"} 1`);
  expect(body).toContain(`article_facts_database_lag_revisions{${labels}} 2`);
  expect(body).toContain(`article_facts_database_lag_seconds{${labels}} `);
  await app.close();
});

test('readiness tells of a server that can’t be reached, and answers none the less', async () => {
  await primary.stop('SIGKILL');
  const answer = await other.app.inject('/health/ready');
  expect(answer.statusCode).toBe(200);
  expect(answer.json().servers).toMatchObject({
    primary: { role: null, revision: null, lag: null },
    replica: { role: 'standby', revision: expect.any(Number), lag: null },
  });
  await primary.start();
});
