import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inPackage } from '../src/package.ts';
import { run, start, stop, temporaryFolder } from './support/process.ts';
import { freePort, owner } from './support/unprivileged.ts';

test('npm start creates the database, serves the seed and says where; a second start changes nothing', async () => {
  const path = join(temporaryFolder(), 'data', 'facts.db');
  const env = { DATABASE_URL: `file:${path}` };
  const first = await start(env);
  expect(first.output).toContain('/docs');
  expect(existsSync(path)).toBe(true);
  const before = await (await fetch(`${first.address}/v1/quotes`)).text();
  expect(JSON.parse(before).data.length).toBeGreaterThan(5);
  await stop(first.child, 'SIGTERM');

  const second = await start(env);
  expect(await (await fetch(`${second.address}/v1/quotes`)).text()).toBe(before);
  const ready = await (await fetch(`${second.address}/health/ready`)).json();
  expect(ready).toMatchObject({ revision: 1 });
  await stop(second.child, 'SIGTERM');
});

test('a log that can’t be written keeps the server neither from its work nor from its end', async () => {
  const port = await freePort();
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [inPackage('src/main.ts')], {
    env: { ...process.env, DATABASE_URL: ':memory:', PORT: String(port), LOG_LEVEL: 'debug' },
    stdio: ['ignore', full, 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const live = async () => (await fetch(`http://127.0.0.1:${port}/health/live`)).status;
  await vi.waitFor(async () => expect(await live()).toBe(200), { timeout: 30_000, interval: 100 });
  for (let request = 0; request < 5; request++) expect(await live()).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a start on a port that is taken says so, and leaves a whole database', async () => {
  const folder = temporaryFolder();
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const env = { PORT: String(port), DATABASE_URL: `file:${join(folder, 'facts.db')}` };
  const { code, stderr } = await run('src/main.ts', [], { ...env, LOG_LEVEL: 'silent' });
  expect(code).toBe(1);
  expect(stderr).toBe(
    `article-facts can't start: PORT is ${port}, which another program listens on already (127.0.0.1): end that, or choose another port; 0 is any free one\n`,
  );
  expect(readdirSync(folder)).toEqual(['facts.db']);
});

test('SIGTERM fails readiness first, then all that was begun is finished, and the exit code is 0', async () => {
  const env = { ...process.env, PORT: '0', DATABASE_URL: ':memory:', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [inPackage('src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [output] = await once(child.stdout, 'data');
  const { host, hostname, port } = new URL(String(output).match(/listens on (\S+)/)?.[1] ?? '');

  const body = JSON.stringify({ text: 'a text that takes its time' });
  const slow = connect({ host: hostname, port: Number(port) });
  let answer = '';
  slow.setEncoding('utf8').on('data', (data) => {
    answer += data;
  });
  slow.write(
    `POST /v1/articles/putin-china-visit-2024/verification HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await once(slow, 'data');

  child.kill('SIGTERM');
  const ready = () => fetch(`http://${host}/health/ready`);
  let response = await ready();
  while (response.ok) response = await ready();
  expect(await response.json()).toMatchObject({ type: '/problems/unavailable' });
  const late = await fetch(`http://${host}/v1/quotes`);
  expect([late.status, late.headers.get('connection')]).toEqual([200, 'close']);

  slow.write(body);
  await once(slow, 'close');
  expect(answer).toContain('HTTP/1.1 200 OK');
  expect(await exited).toEqual([0, null]);
});

test.each([
  [{ HOST: '127.0.0.1:80' }, /^article-facts can't start: HOST must be [^\n]+\n$/],
  [
    { HOST: 'nosuchhost.invalid' },
    /^article-facts can't start: HOST is nosuchhost\.invalid, a name for which no address is found [^\n]+: say an address [^\n]+\n$/,
  ],
  [
    { HOST: '192.0.2.1', PORT: '0' },
    /^article-facts can't start: HOST is 192\.0\.2\.1, which this machine can't listen on [^\n]+: say one of its own [^\n]+\n$/,
  ],
  [{ PORT: 'http' }, /^article-facts can't start: PORT must be a number [^\n]+\n$/],
  [
    { DATABASE_URL: 'file:/dev/null/data/facts.db' },
    /^article-facts can't start: can't create [^\n]+\n$/,
  ],
])('a start with %j ends with one line that says why', async (env, message) => {
  const { code, stderr } = await run('src/main.ts', [], {
    DATABASE_URL: ':memory:',
    LOG_LEVEL: 'silent',
    ...env,
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});

const firstFreeForAll = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
const isKept = existsSync(firstFreeForAll) && Number(readFileSync(firstFreeForAll, 'utf8')) > 80;

test.runIf(isKept)('a start on a port that this user may not listen on says so', () => {
  const env = { ...process.env, PORT: '80', DATABASE_URL: ':memory:', LOG_LEVEL: 'silent' };
  const args = [inPackage('src/main.ts')];
  const { status, stderr } = spawnSync(process.execPath, args, { ...owner, env });
  expect([status, stderr.toString()]).toEqual([
    1,
    "article-facts can't start: PORT is 80, which this user may not listen on: choose one from 1024 on, or give it the right to\n",
  ]);
});
