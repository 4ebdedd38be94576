import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf } from './support/article.ts';
import { databaseOf } from './support/database.ts';
import { addressOf, temporaryFolder } from './support/process.ts';

// Real file systems, of a process that sees them alone, where whoever runs this may make such a one.
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

const headers = { authorization: 'Bearer test-key', 'content-type': 'application/json' };
const apiKeys = `tests:${createHash('sha256').update('test-key').digest('hex')}`;

/** The real server behind that shell command, which mounts. */
async function serveOn(command: string, env: Record<string, string>) {
  const server = `exec "${process.execPath}" "${inPackage('src/main.ts')}"`;
  const child = spawn('unshare', ['-rm', 'sh', '-c', `${command} && ${server}`], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', API_KEYS: apiKeys, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const address = await addressOf(child);
  expect(address, log).not.toBe('');
  return { child, address };
}

/** Asks again as long as the machine has more to do than it can, which is none of the disk’s faults. */
async function ask(url: string, init?: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, init);
    if (answer.status !== 503) return answer;
    await setTimeout(100);
  }
}

async function put(address: string, bundle: { article: { id: string } }) {
  const url = `${address}/v1/articles/${bundle.article.id}/bundle`;
  const answer = await ask(url, { method: 'PUT', headers, body: JSON.stringify(bundle) });
  return { status: answer.status, body: (await answer.json()) as { type: string } };
}

async function idsAt(address: string): Promise<string[]> {
  const answer = await ask(`${address}/v1/articles?limit=100`);
  expect(answer.status).toBe(200);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return data.map(({ id }) => id).sort();
}

/** Removes a file that only that process sees. */
function removeFor({ pid }: ChildProcess, path: string): void {
  const { status, stderr } = spawnSync('rm', [`/proc/${pid}/root${path}`], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

test.runIf(canMount)(
  'on a file system without room, writing is 507 and reading goes on; where there is room again, it goes on too',
  async () => {
    const folder = temporaryFolder();
    const command = `mount -t tmpfs -o size=4m none "${folder}" && head -c 1500000 /dev/zero > "${folder}/ballast"`;
    const env = { DATABASE_URL: `file:${folder}/facts.db`, SEED: 'off' };
    const { child, address } = await serveOn(command, env);
    const stored: string[] = [];
    let number = 0;
    const putNext = () => put(address, syntheticArticle(1, number++).bundle);
    const idOf = (index: number) => syntheticArticle(1, index).bundle.article.id;
    for (let refusals = 0; refusals < 3; ) {
      const { status, body } = await putNext();
      if (status === 201) stored.push(idOf(number - 1));
      else {
        expect([status, body.type]).toEqual([507, '/problems/insufficient-storage']);
        refusals++;
      }
    }
    expect(stored.length).toBeGreaterThan(0);
    expect(await idsAt(address)).toEqual(stored.toSorted());
    expect((await ask(`${address}/v1/search?q=the`)).status).toBe(200);
    expect((await ask(`${address}/health/ready`)).status).toBe(200);
    removeFor(child, `${folder}/ballast`);
    expect((await putNext()).status).toBe(201);
    expect(await idsAt(address)).toEqual([...stored, idOf(number - 1)].sort());
  },
  60_000,
);

test.runIf(canMount).each([['on'], ['off']])(
  'a disk that can’t be written is served, and says so (SEED=%s)',
  async (seed) => {
    const path = await databaseOf([bundleOf('a')]);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const command = `mount --bind "${folder}" "${folder}" && mount -o remount,ro,bind "${folder}"`;
    const { address } = await serveOn(command, { DATABASE_URL: `file:${path}`, SEED: seed });
    expect(await idsAt(address)).toEqual(['a']);
    const ready = await ask(`${address}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { readOnly: true }]);
    const refused = await put(address, bundleOf('b'));
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/read-only']);
    expect(await idsAt(address)).toEqual(['a']);
  },
);

const readOnlyRoot = 'mount -o remount,bind,ro /';
const canSealRoot = spawnSync('unshare', ['-rm', 'sh', '-c', readOnlyRoot]).status === 0;

test.runIf(canSealRoot)(
  'where nothing can be written but the folders of data and temporary files, all is served, stored and exported',
  async () => {
    const [data, temporary] = [temporaryFolder(), temporaryFolder()];
    const command = `mount --bind "${data}" "${data}" && mount -t tmpfs none "${temporary}" && ${readOnlyRoot}`;
    const env = { DATABASE_URL: `file:${data}/facts.db`, TMPDIR: temporary };
    const { address, child } = await serveOn(command, env);
    expect((await put(address, bundleOf('a'))).status).toBe(201);
    expect(await idsAt(address)).toEqual(['a', 'putin-china-visit-2024']);
    for (const path of [
      '/',
      '/docs',
      '/v1/exports/article-facts.sqlite',
      '/v1/exports/quotes.xlsx',
    ])
      expect((await ask(address + path)).status, path).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(data)).toEqual(['facts.db']);
  },
  120_000,
);
