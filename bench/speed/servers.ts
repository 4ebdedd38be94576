import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inPackage } from '../../src/package.ts';
import { ask, askFor } from './ask.ts';
import { type Launch, runToEnd } from './launch.ts';

export interface Server {
  address: string;
  pid: number;
  /** From starting the process to the end of its first answer, in milliseconds. */
  firstAnswerMs: number;
  stop(): Promise<void>;
}

export interface Servers {
  ours: Server;
  bare: Server;
}

const key = 'the-key-of-the-benchmark';
/** With it a request may write. */
export const writing = { authorization: `Bearer ${key}` };

/** The product as `npm start` runs it, options of V8 included, without npm before it, and the memory set as in the image. @param database its path or address */
export function startOurs(
  launch: Launch,
  database: string,
  seed: 'on' | 'off' = 'off',
): Promise<Server> {
  const { scripts } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8'));
  const env = {
    DATABASE_URL: /^(file|postgres(ql)?):|^:memory:$/.test(database)
      ? database
      : `file:${database}`,
    LOG_LEVEL: 'warn',
    SEED: seed,
    MALLOC_ARENA_MAX: '2',
    API_KEYS: `bench:${createHash('sha256').update(key).digest('hex')}`,
  };
  return start(launch, scripts.start.split(' ').slice(1), env, '/v1/quotes?limit=1');
}

export function startBare(launch: Launch): Promise<Server> {
  return start(launch, [inPackage('bench/speed/bare-server.ts')], {}, '/');
}

async function start(
  launch: Launch,
  args: readonly string[],
  env: Record<string, string>,
  firstPath: string,
): Promise<Server> {
  const begin = performance.now();
  const child = launch('server', process.execPath, args, {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
  });
  const ended = runToEnd(child);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
    const [, address] = /listens on (\S+)\n/.exec(output) ?? [];
    if (address !== undefined) resolve(address);
  });
  // Where it ends later on, the requests fail and tell of it.
  ended.then(() => reject(new Error(`the server ended at once: ${output}`)), reject);
  const address = await promise;
  await askFor(address + firstPath);
  return {
    address,
    pid: child.pid ?? 0,
    firstAnswerMs: performance.now() - begin,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Waits until nothing of the load before is still being worked at: answers come at once. @throws Error after two minutes */
export async function waitUntilIdle({ address }: Server): Promise<void> {
  const end = performance.now() + 120_000;
  for (let quick = 0; quick < 3; ) {
    const begin = performance.now();
    if (begin > end) throw new Error(`${address} is still busy two minutes after a load`);
    const { status } = await ask(`${address}/health/live`);
    // A server that refuses because of overload is busy, too.
    quick = status === 200 && performance.now() - begin < 20 ? quick + 1 : 0;
    await setTimeout(10);
  }
}
