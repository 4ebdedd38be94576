import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isThere } from '../../bench/speed/machine.ts';
import { bundleOf } from '../support/article.ts';
import { type Cluster, query, startCluster } from '../support/cluster.ts';
import { freshLocation } from '../support/location.ts';
import { findPooler, startPooler } from '../support/pooler.ts';
import { run, temporaryFolder } from '../support/process.ts';
import { startServer, stopServer, withKey } from '../support/server.ts';
import { giveToOwner } from '../support/unprivileged.ts';

let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.remove());

/** Starts a server there, and stops it again. @returns how its connections come in */
async function serveAt(path: string) {
  const server = await startServer('seed', { path });
  expect((await server.get('/v1/quotes?limit=1')).data).toHaveLength(1);
  const ways = await query<{ ssl: boolean; address: string | null }>(
    cluster.url,
    `select distinct ssl, client_addr as address from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'article-facts'`,
  );
  await stopServer(server);
  return ways;
}

test('a Unix socket is named by its folder, as the host of the address or as a parameter', async () => {
  const { folder, port } = cluster;
  const rest = new URL(await freshLocation(cluster.url)).search.slice(1);
  for (const address of [
    `postgres://postgres@/postgres?host=${folder}&port=${port}`,
    `postgres://postgres@${encodeURIComponent(folder)}:${port}/postgres?`,
  ])
    expect(await serveAt(`${address}&${rest}`), address).toEqual([{ ssl: false, address: null }]);
});

test.skipIf(!isThere('openssl'))(
  'TLS is used as sslmode says: encrypted, or the certificate checked too',
  async () => {
    const { key, certificate } = makeCertificate();
    const data = join(cluster.folder, 'data');
    for (const [from, name] of [
      [key, 'server.key'],
      [certificate, 'server.crt'],
    ] as const) {
      cpSync(from, join(data, name));
      chmodSync(join(data, name), 0o600);
      giveToOwner(join(data, name));
    }
    await query(cluster.url, 'alter system set ssl = on', 'select pg_reload_conf()');
    const path = await freshLocation(cluster.url);
    const named = path.replace('127.0.0.1', 'localhost');
    const encrypted = [{ ssl: true, address: expect.anything() }];
    expect(await serveAt(`${path}&sslmode=require`)).toEqual(encrypted);
    const checked = `sslmode=verify-full&sslrootcert=${certificate}`;
    expect(await serveAt(`${named}&${checked}`)).toEqual(encrypted);

    for (const [url, why] of [
      [`${named}&sslmode=verify-full`, /self-signed certificate/],
      [`${path}&${checked}`, /127\.0\.0\.1/],
      [`${named}&sslmode=verify-full&sslrootcert=/no/such.pem`, /can't read \/no\/such\.pem/],
    ] as const) {
      const { code, stderr } = await run('src/main.ts', [], { DATABASE_URL: url, PORT: '0' });
      expect([url, code, stderr.trim().split('\n').length], stderr).toEqual([url, 1, 1]);
      expect(stderr).toMatch(why);
    }
  },
);

/** For `localhost`, signed by itself. */
function makeCertificate() {
  const folder = temporaryFolder();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const form = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const of = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  execFileSync('openssl', [...form, ...of, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return { key, certificate };
}

test('PgBouncer may stand between, in transaction mode', async ({ skip }) => {
  const program = findPooler();
  if (program === null) return skip('PgBouncer 1.21 or later is missing: PGBOUNCER names it');
  await query(cluster.url, 'create database pooled');
  const direct = cluster.url.replace(/postgres$/, 'pooled');
  const pooler = await startPooler(program, direct);
  const servers = await Promise.all(
    [pooler.url, pooler.url].map((path) => startServer('seed', { path })),
  );
  // More at once than the pooler has connections: each statement meets one that hasn't prepared it yet.
  const lists = [
    'quotes?',
    'actors?q=putin&',
    'events?kind=visit&',
    'search?q=putin&',
    'mentions?',
  ];
  const asked = Array.from({ length: 12 }, (_, index) =>
    lists.map((list) => `/v1/${list}count=exact&limit=${index + 1}`),
  ).flat();
  const answers = await Promise.all(asked.map((url, index) => servers[index % 2]?.get(url)));
  for (const [index, answer] of answers.entries())
    expect(answer?.data.length, asked[index]).toBeGreaterThan(0);
  const stored = await Promise.all(
    ['a', 'b', 'c', 'd'].map((id, index) =>
      servers[index % 2]?.app.inject({
        method: 'PUT',
        url: `/v1/articles/${id}/bundle`,
        headers: withKey,
        payload: bundleOf(id),
      }),
    ),
  );
  expect(stored.map((it) => it?.statusCode)).toEqual([201, 201, 201, 201]);
  for (const server of servers) {
    expect((await server.get('/v1/articles')).data).toHaveLength(5);
    const { body } = await server.app.inject('/v1/exports/articles.ndjson');
    expect(body.trim().split('\n')).toHaveLength(5);
  }
  await Promise.all(servers.map(stopServer));
  await pooler.stop();
}, 120_000);
