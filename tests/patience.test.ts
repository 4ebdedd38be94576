import { type ChildProcess, execSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, type TestContext, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { addressOf } from './support/process.ts';

// How long the server waits for others, with its own limits. Each test waits for them, so all wait at once.

interface Served {
  child: ChildProcess;
  port: number;
  ended: Promise<unknown[]>;
}

/** The real server with the seed, in a process of its own that ends with the test at the latest. */
async function serve({ onTestFinished }: TestContext): Promise<Served> {
  const child = spawn(process.execPath, [inPackage('src/main.ts')], {
    env: { ...process.env, PORT: '0', DATABASE_URL: ':memory:', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const { port } = new URL(await addressOf(child));
  return { child, port: Number(port), ended };
}

/** Says that, nothing more, and gives what came until the server closed the connection. */
async function sayOnly(port: number, words: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  if (words !== '') socket.write(words);
  let answer = '';
  socket.setEncoding('utf8').on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  return answer;
}

const post =
  'POST /v1/articles/putin-china-visit-2024/verification HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 12\r\n';
const awaited = 60_000;

describe.concurrent('how long the server waits', () => {
  test(
    'whoever sends nothing, or half of the headers or body, is told 408 and hung up on',
    async (context) => {
      const { port } = await serve(context);
      const since = performance.now();
      const answers = await Promise.all(
        ['', 'GET /v1/quotes HTTP/1.1\r\nHost:', `${post}\r\n{"text"`].map((it) =>
          sayOnly(port, it),
        ),
      );
      // It is eleven seconds; Node’s own limits would be half a minute at least, mostly more.
      context.expect(performance.now() - since).toBeLessThan(25_000);
      const [silent, half, unfinished] = answers;
      for (const answer of [silent, half])
        context.expect(answer).toMatch(/^HTTP\/1.1 408 .*"type":"\/problems\/request-timeout"/s);
      // A machine that stalls meanwhile may refuse it first.
      context.expect(unfinished).toMatch(/^HTTP\/1.1 (408|503) .*"type":"\/problems\//s);
    },
    awaited,
  );

  test(
    'ten thousand who say nothing keep nobody waiting',
    async (context) => {
      const { port } = await serve(context);
      // Both processes need a descriptor for each.
      const most = Number(execSync('ulimit -Hn', { shell: '/bin/sh' })) || 1_000_000;
      const count = Math.min(10_000, most - 500);
      const idle: Socket[] = [];
      context.onTestFinished(() => {
        for (const socket of idle) socket.destroy();
      });
      while (idle.length < count) {
        const more = Array.from({ length: Math.min(500, count - idle.length) }, () =>
          connect(port, '127.0.0.1').on('error', () => {}),
        );
        await Promise.all(more.map((socket) => once(socket, 'connect')));
        idle.push(...more);
      }
      for (let asked = 1; asked <= 20; asked++) {
        const url = `http://127.0.0.1:${port}/v1/quotes?limit=${asked}`;
        // Where the machine has more to do than it can, the server says so.
        while ((await fetch(url)).status !== 200);
      }
    },
    awaited,
  );

  test(
    'a stop that something holds up ends after ten seconds',
    async (context) => {
      const { child, port, ended } = await serve(context);
      const held = begin(port);
      await held.begun;
      child.kill('SIGTERM');
      context.expect(await ended).toEqual([1, null]);
      held.socket.destroy();
    },
    awaited,
  );

  test(
    'a second signal ends the server at once, whatever is under way',
    async (context) => {
      const { child, port, ended } = await serve(context);
      const held = begin(port);
      await held.begun;
      child.kill('SIGTERM');
      // The first one has come as soon as readiness fails.
      const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
      while (await isReady());
      child.kill('SIGTERM');
      context.expect(await ended).toEqual([1, null]);
      held.socket.destroy();
    },
    awaited,
  );
});

/** A request whose body isn’t sent, though the server waits for it. */
function begin(port: number): { socket: Socket; begun: Promise<unknown> } {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write(`${post}Expect: 100-continue\r\n\r\n`);
  return { socket, begun: once(socket, 'data') };
}
