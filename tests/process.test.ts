import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf, text } from './support/article.ts';
import { withServer } from './support/server.ts';

const root = inPackage('.');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `npm start` in this environment, once it says where it listens. */
async function start(env: Record<string, string>) {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(async () => void (await stop(child, 'SIGKILL')));
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const address = output.match(/listens on (\S+)/)?.[1];
    if (address !== undefined && output.includes('/v1/quotes')) return { child, address, output };
  }
  throw new Error(`npm start ended: ${output}`);
}

/** The whole group: npm, its shell and the server. */
async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), signal);
  const [code] = await ended;
  return code;
}

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

test('a start on a port that is taken says so, and leaves a whole database', async () => {
  const folder = temporaryFolder();
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const env = { PORT: String(port), DATABASE_URL: `file:${join(folder, 'facts.db')}` };
  const { code, stderr } = await run('src/main.ts', [], { ...env, LOG_LEVEL: 'silent' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^article-facts can't start: listen EADDRINUSE[^\n]+\n$/);
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

/** Runs one of our programs to its end. */
async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: root, env: { ...process.env, ...env } };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [inPackage(program), ...args],
      options,
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test.each([
  [{ PORT: 'http' }, /^article-facts can't start: PORT must be a number [^\n]+\n$/],
  [
    { DATABASE_URL: 'file:/dev/null/data/facts.db' },
    /^article-facts can't start: can't create [^\n]+\n$/,
  ],
])('a start with %j ends with one line that says why', async (env, message) => {
  const { code, stderr } = await run('src/main.ts', [], env);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});

test('check tells right from wrong bundles by its exit code, and names every fault', async () => {
  const folder = temporaryFolder();
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const right = write('right.json', JSON.stringify(bundleOf('a')));
  const textFile = write('text.txt', text);
  expect(await run('src/cli.ts', ['check', right, '--text', textFile])).toMatchObject({
    code: 0,
    stdout: `${right}: right\n`,
  });
  const wrong = write(
    'wrong.json',
    JSON.stringify(
      bundleOf('a', ({ quotes }) => Object.assign(quotes[0] ?? {}, { speakers: ['x'] })),
    ),
  );
  const refused = await run('src/cli.ts', ['check', right, wrong]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toBe(
    `${wrong} /quotes/0/speakers/0: must be the id of one of the bundle's actors\n`,
  );
  for (const [file, message] of [
    [write('broken.json', '{"a":'), /is not JSON/],
    [join(folder, 'none.json'), /can't read/],
  ] as const)
    expect(await run('src/cli.ts', ['check', file])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
});

test('verify compares a stored article with a text', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'text.txt');
  writeFileSync(file, text);
  const env = { DATABASE_URL: ':memory:' };
  const other = await run('src/cli.ts', ['verify', 'putin-china-visit-2024', file], env);
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('is not the text of putin-china-visit-2024');
  const unknown = await run('src/cli.ts', ['verify', 'nothing', file], env);
  expect(unknown).toMatchObject({ code: 1, stderr: 'there is no article nothing\n' });
});

test('export writes what the server exports, and ends quietly where that is enough', async () => {
  const { app } = await withServer('seed');
  const env = { DATABASE_URL: ':memory:' };
  for (const [args, path] of [
    [['quotes', '--format', 'ndjson'], 'quotes.ndjson'],
    [['events', '--format', 'csv', '--bom'], 'events.csv?bom=true'],
  ] as const) {
    const { body } = await app.inject(`/v1/exports/${path}`);
    expect(await run('src/cli.ts', ['export', ...args], env)).toEqual({
      code: 0,
      stdout: body,
      stderr: '',
    });
  }
  const child = spawn(
    process.execPath,
    [inPackage('src/cli.ts'), 'export', 'mentions', '--format', 'csv'],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
  expect([code, stderr]).toEqual([0, []]);
});

test.each([
  [[]],
  [['verfy']],
  [['verify', 'a']],
  [['check']],
  [['check', '--txt', 'a', 'b']],
  [['export', 'quotes']],
  [['export', 'words', '--format', 'csv']],
  [['export', 'quotes', '--format', 'ndjson', '--bom']],
])('the command line %j is a usage error', async (args) => {
  const { code, stderr } = await run('src/cli.ts', args);
  expect(code).toBe(2);
  expect(stderr).not.toBe('');
});

test('each command has help', async () => {
  for (const args of [[], ['serve'], ['check'], ['verify'], ['export']])
    expect(await run('src/cli.ts', [...args, '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: article-facts/),
    });
});

test('key makes a key whose digest the server knows it by', async () => {
  const { code, stdout } = await run('src/cli.ts', ['key', 'news-desk']);
  expect(code).toBe(0);
  const key = /af_[\w-]{43}/.exec(stdout)?.[0] ?? '';
  const [entry = ''] = /news-desk:[0-9a-f]{64}/.exec(stdout) ?? [];
  const digest = createHash('sha256').update(key).digest();
  expect(loadConfig({ API_KEYS: entry }).apiKeys).toEqual([{ name: 'news-desk', digest }]);
  expect((await run('src/cli.ts', ['key', 'News desk'])).code).toBe(1);
});

test('load stores the bundles that are right, names every fault of the others, and openapi prints the document', async () => {
  const folder = temporaryFolder();
  const env = { DATABASE_URL: `file:${join(folder, 'facts.db')}`, SEED: 'off' };
  writeFileSync(join(folder, 'a.json'), JSON.stringify(bundleOf('a')));
  writeFileSync(join(folder, 'b.json'), '{}');
  const first = await run('src/cli.ts', ['load', folder], env);
  expect(first).toMatchObject({ code: 1, stdout: '1 loaded, 0 unchanged, 1 refused\n' });
  expect(first.stderr).toContain(`${join(folder, 'b.json')} /: must have the field “article”`);
  const again = await run('src/cli.ts', ['load', join(folder, 'a.json')], env);
  expect(again).toMatchObject({ code: 0, stdout: '0 loaded, 1 unchanged, 0 refused\n' });
  const { stdout } = await run('src/cli.ts', ['openapi']);
  expect(stdout).toBe(readFileSync(inPackage('openapi/openapi.json'), 'utf8'));
});
