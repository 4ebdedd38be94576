import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticArticle } from '../../bench/synthetic.ts';
import { type Cluster, query, startCluster } from '../support/cluster.ts';
import { startServer, stopServer, withKey } from '../support/server.ts';

const owner = 65_534;
let cluster: Cluster;
let small: string;

function mount(...options: string[]): boolean {
  return spawnSync('mount', [...options, small]).status === 0;
}

beforeAll(async () => {
  cluster = await startCluster();
  small = join(cluster.folder, 'small');
  mkdirSync(small);
});
afterAll(async () => {
  await cluster.stop();
  spawnSync('umount', [small]);
  await cluster.remove();
});

// A process of PostgreSQL has to see it, so whoever runs this has to be root.
test('where the disk of PostgreSQL is full, writing is 507 and reading goes on; where there is room again, it goes on too', async ({
  skip,
}) => {
  skip(!mount('-t', 'tmpfs', '-o', 'size=13m', 'none'), 'nothing can be mounted here');
  chownSync(small, owner, owner);
  await query(
    cluster.url,
    `create tablespace small location '${small}'`,
    'create database facts tablespace small',
  );
  const server = await startServer([], { path: cluster.url.replace(/postgres$/, 'facts') });
  const stored: string[] = [];
  let number = 0;
  const putNext = async () => {
    const { bundle } = syntheticArticle(1, number++);
    const { id } = bundle.article;
    const url = `/v1/articles/${id}/bundle`;
    const answer = await server.ask({ method: 'PUT', url, payload: bundle, headers: withKey });
    if (answer.statusCode === 201) stored.push(id);
    return answer;
  };
  let answer = await putNext();
  while (answer.statusCode === 201) answer = await putNext();
  expect([answer.statusCode, answer.json().type]).toEqual([507, '/problems/insufficient-storage']);
  const idsOf = async () =>
    (await server.get('/v1/articles?limit=100&sort=id')).data.map(({ id }) => id);
  expect(await idsOf()).toEqual(stored.toSorted());
  expect((await server.ask('/health/ready')).statusCode).toBe(200);
  expect(mount('-o', 'remount,size=64m')).toBe(true);
  expect((await putNext()).statusCode).toBe(201);
  expect(await idsOf()).toEqual(stored.toSorted());
  await stopServer(server);
}, 60_000);
