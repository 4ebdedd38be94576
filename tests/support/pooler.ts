import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { query } from './cluster.ts';
import { freePort, giveToOwner, makeFolder, owner } from './unprivileged.ts';

/** The first that keeps prepared statements in transaction mode. */
const oldest = [1, 21] as const;

/** So long it may take to come up. */
const mostWaitMs = 20_000;

/** The program, `pgbouncer` unless PGBOUNCER names it; null where there is none that is new enough. */
export function findPooler(): string | null {
  const program = process.env.PGBOUNCER || 'pgbouncer';
  try {
    const [, major, minor] =
      /(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
    const isNew = Number(major) > oldest[0] || Number(minor) >= oldest[1];
    return isNew ? program : null;
  } catch {
    return null;
  }
}

/** Between servers and a database, with fewer connections to it than they have. */
export async function startPooler(program: string, database: string) {
  const { hostname, port: behind, pathname } = new URL(database);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}${pathname}`;
  const ini = `
    [databases]
    * = host=${hostname} port=${behind} user=postgres
    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = ${port}
    unix_socket_dir =
    auth_type = any
    pool_mode = transaction
    max_prepared_statements = 100
    default_pool_size = 3
  `.replaceAll(/^ +/gm, '');
  const folder = makeFolder();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, ini);
  giveToOwner(file);
  const child = spawn(program, [file], {
    ...owner,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const end = performance.now() + mostWaitMs;
  child.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-4000);
  });
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PgBouncer ended: ${log}`);
    try {
      await query(url, 'select 1');
      break;
    } catch (error) {
      if (performance.now() > end) throw new Error(`${(error as Error).message}: ${log}`);
      await setTimeout(20);
    }
  }
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
