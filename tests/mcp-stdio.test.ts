import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, onTestFinished, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { call, connect, eras } from './support/mcp.ts';
import { readPage } from './support/pages.ts';
import { temporaryFolder } from './support/process.ts';

test.each(eras)(
  'the same tools answer over standard input and output, as its page has it started (%s)',
  async (mode) => {
    const [, json = ''] =
      readPage('docs/mcp.md').match(/```json\n(\{\n {2}"mcpServers".*?)```/s) ?? [];
    const folder = temporaryFolder();
    const written = json
      .replace(/file:[^"]+/, `file:${folder}/facts.db`)
      .replaceAll('/path/to/article-facts/', inPackage(''));
    const { command, args, env } = JSON.parse(written).mcpServers['article-facts'];
    const transport = new StdioClientTransport({ command, args, env, cwd: folder });
    const client = await connect(transport, mode);
    expect((await client.listTools()).tools).toHaveLength(8);
    const { answer } = await call(client, 'who_said', { speaker: 'kremlin' });
    expect(answer.facts[0]?.mentions[2]).toMatchObject({ start: 658, end: 947 });
    const { isError, text } = await call(client, 'connections', { actor: 'putin' });
    expect([isError, text]).toEqual([
      true,
      expect.stringContaining('did you mean vladimir-putin?'),
    ]);
  },
);

test('only the protocol is on standard output, whatever comes in, and the end of input ends it', async () => {
  const child = spawn(process.execPath, [inPackage('src/cli.ts'), 'mcp'], {
    env: { ...process.env, DATABASE_URL: ':memory:', LOG_LEVEL: 'trace' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  const initialize = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'tests', version: '1' },
  };
  child.stdin.write('no JSON at all\n\u0000\n[]\n{"jsonrpc":"2.0"}\n');
  const lines = [
    { jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize },
    { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'who_said', arguments: {} } },
  ];
  for (const line of lines) child.stdin.write(`${JSON.stringify(line)}\n`);
  await expect.poll(() => output, { timeout: 20_000 }).toContain('"id":2');
  child.stdin.end();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  for (const line of output.trim().split('\n'))
    expect(JSON.parse(line)).toHaveProperty('jsonrpc', '2.0');
});

test.each([
  ['/dev/null', ''],
  ['an empty file', ''],
  ['a file', '{"jsonrpc":"2.0","id":1,"method":"ping"}\n'],
])('%s as input has an end: the exit code is 0, and the database is closed', (what, content) => {
  const folder = temporaryFolder();
  const file = what === '/dev/null' ? what : join(folder, 'input');
  if (file !== what) writeFileSync(file, content);
  const input = openSync(file, 'r');
  onTestFinished(() => closeSync(input));
  mkdirSync(join(folder, 'data'));
  const { status, stderr } = spawnSync(process.execPath, [inPackage('src/cli.ts'), 'mcp'], {
    env: { ...process.env, DATABASE_URL: `file:${folder}/data/facts.db`, LOG_LEVEL: 'warn' },
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(readdirSync(join(folder, 'data'))).toEqual(['facts.db']);
});

test('where nobody reads its answers any more, or they can’t be written, it ends', async () => {
  const begin = (output: 'pipe' | number) =>
    spawn(process.execPath, [inPackage('src/cli.ts'), 'mcp'], {
      env: { ...process.env, DATABASE_URL: ':memory:', LOG_LEVEL: 'warn' },
      stdio: ['pipe', output, 'pipe'],
    });
  const ended = async (child: ChildProcess) => {
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdout?.destroy();
    child.stdin?.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
    const [stderr, [code]] = await Promise.all([child.stderr?.toArray(), once(child, 'exit')]);
    return [code, String(stderr)];
  };
  expect(await ended(begin('pipe'))).toEqual([0, '']);
  if (!existsSync('/dev/full')) return;
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  expect(await ended(begin(full))).toEqual([1, expect.stringMatching(/^can't write: ENOSPC.*\n$/)]);
});
