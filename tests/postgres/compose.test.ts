import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inPackage } from '../../src/package.ts';
import { bundleOf } from '../support/article.ts';
import { query } from '../support/cluster.ts';
import { findPooler } from '../support/pooler.ts';
import { addressOf, begin } from '../support/process.ts';
import type { ListBody } from '../support/server.ts';
import { freePort, giveToOwner, makeFolder, owner } from '../support/unprivileged.ts';

const { POSTGRES_BIN = '' } = process.env;
const pooler = findPooler();
const read = (path: string) => readFileSync(inPackage(path), 'utf8');
const { services } = parse(read('compose.yaml'), { merge: true });
const password = 'a-password';

const folder = makeFolder();
const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running) await end(child, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** What a service’s containers have, as they would have it on this machine. */
interface Local {
  ports: Record<'primary' | 'standby' | 'pooler', number>;
  files: Record<string, string>;
}

function localised(text: string, { ports, files }: Local): string {
  let local = text.replaceAll(/\$\{POSTGRES_PASSWORD:\?\}/g, password).replaceAll('$$', '$');
  for (const [path, file] of Object.entries(files)) local = local.replaceAll(path, file);
  for (const [host, port] of Object.entries(ports))
    local = local
      .replaceAll(new RegExp(`host=${host} port=\\d+`, 'g'), `host=127.0.0.1 port=${port}`)
      .replaceAll(new RegExp(`(?<=[@,])${host}:\\d+`, 'g'), `127.0.0.1:${port}`);
  return local;
}

/** Runs a command as whoever may run PostgreSQL, with its programs at hand. */
function launch(command: readonly string[], env: Record<string, string>): ChildProcess {
  const [program = '', ...args] = command;
  const PATH = `${POSTGRES_BIN}:${pooler === null ? '' : join(pooler, '..')}:${process.env.PATH}`;
  const child = spawn(program, args, {
    ...owner,
    cwd: folder,
    env: { ...process.env, PATH, ...env },
    stdio: 'ignore',
  });
  running.push(child);
  return child;
}

async function runToEnd(command: readonly string[], env: Record<string, string>): Promise<void> {
  const child = launch(command, env);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
}

async function untilAnswers(url: string): Promise<void> {
  for (const ended = performance.now() + 30_000; ; await setTimeout(50))
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (performance.now() > ended) throw error;
    }
}

/** As the image’s own script does it before it runs the command. */
async function makePrimary(local: Local, data: string): Promise<void> {
  const { environment, volumes } = services.primary;
  const secret = join(folder, 'secret');
  writeFileSync(secret, password);
  giveToOwner(secret);
  const form = ['--auth-local=trust', '--auth-host=scram-sha-256', '--username=facts'];
  const given = environment.POSTGRES_INITDB_ARGS.split(' ');
  await runToEnd(['initdb', `--pgdata=${data}`, ...form, `--pwfile=${secret}`, ...given], {});
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
  const port = String(local.ports.primary);
  const env = {
    PGHOST: folder,
    PGPORT: port,
    PGDATA: data,
    POSTGRES_USER: environment.POSTGRES_USER,
    POSTGRES_DB: environment.POSTGRES_DB,
    POSTGRES_PASSWORD: password,
  };
  const first = launch(['postgres', '-D', data, ...settings.flatMap((it) => ['-c', it])], env);
  await untilAnswers(`postgres://facts@/postgres?host=${folder}&port=${port}`);
  await runToEnd(['createdb', '--username=facts', environment.POSTGRES_DB], env);
  writeFileSync(
    join(data, 'pg_hba.conf'),
    `${readFileSync(join(data, 'pg_hba.conf'))}host all all all scram-sha-256\n`,
  );
  const script = volumes.find((it: string) => it.includes('docker-entrypoint-initdb.d'));
  await runToEnd(['sh', '-e', inPackage(script.split(':')[0])], env);
  await end(first, 'SIGINT');
}

test.skipIf(POSTGRES_BIN === '')(
  'what compose.yaml starts serves on both servers, and goes on when the standby is promoted',
  async ({ annotate }) => {
    const ports = {
      primary: await freePort(),
      standby: await freePort(),
      pooler: await freePort(),
    };
    if (pooler === null) {
      await annotate('PgBouncer 1.21 or later is missing: the servers ask the primary itself');
      ports.pooler = ports.primary;
    }
    const files = {
      '/etc/pgbouncer/pgbouncer.ini': join(folder, 'pgbouncer.ini'),
      '/tmp/userlist.txt': join(folder, 'userlist.txt'),
    };
    const local: Local = { ports, files };
    const here = (text: string) => localised(text, local);
    const data = { primary: join(folder, 'primary'), standby: join(folder, 'standby') };
    for (const path of Object.values(data)) mkdirSync(path, { mode: 0o700 });
    for (const path of Object.values(data)) giveToOwner(path);
    const urlOf = (name: 'primary' | 'standby' | 'pooler') =>
      `postgres://facts:${password}@127.0.0.1:${ports[name]}/facts`;

    await makePrimary(local, data.primary);
    const sockets = ['-c', `unix_socket_directories=${folder}`];
    const primary = launch([...services.primary.command, ...sockets], {
      PGDATA: data.primary,
      PGPORT: String(ports.primary),
    });
    await untilAnswers(urlOf('primary'));
    const [shell, options, copying] = services.standby.entrypoint;
    launch([shell, options, here(`${copying.trim()} ${sockets.join(' ')}`)], {
      PGDATA: data.standby,
      PGPORT: String(ports.standby),
      PGPASSWORD: password,
    });
    await untilAnswers(urlOf('standby'));
    if (pooler !== null) {
      const ini = here(read('compose/pgbouncer.ini')).replace(
        'listen_port = 6432',
        `listen_port = ${ports.pooler}`,
      );
      writeFileSync(files['/etc/pgbouncer/pgbouncer.ini'], ini);
      giveToOwner(files['/etc/pgbouncer/pgbouncer.ini']);
      launch(services.pooler.entrypoint.map(here), { POSTGRES_PASSWORD: password });
      await untilAnswers(urlOf('pooler'));
    }
    const key = createHash('sha256').update('key').digest('hex');
    const serve = ({ environment }: { environment: Record<string, string> }) => {
      const env = Object.entries(environment).map(([name, value]) => [name, here(value)]);
      const settings = { ...Object.fromEntries(env), SEED: 'on', API_KEYS: `tests:${key}` };
      return addressOf(begin('src/main.ts', [], settings));
    };
    const [one, two] = [await serve(services.one), await serve(services.two)];
    const put = async (address: string, id: string) => {
      const answer = await fetch(`${address}/v1/articles/${id}/bundle`, {
        method: 'PUT',
        headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
        body: JSON.stringify(bundleOf(id)),
      });
      return answer.status;
    };
    const idsAt = async (address: string) => {
      const answer = await fetch(`${address}/v1/articles`);
      const { data } = (await answer.json()) as ListBody;
      return data.map(({ id }) => id);
    };

    expect(await put(one, 'a')).toBe(201);
    expect(await (await fetch(`${two}/health/ready`)).json()).toMatchObject({
      servers: { primary: { role: 'primary' }, replica: { role: 'standby' } },
    });
    while (!(await idsAt(two)).includes('a')) await setTimeout(20);

    await end(primary, 'SIGQUIT');
    expect(await idsAt(two)).toContain('a');
    expect(await put(two, 'b')).toBe(503);
    await query(urlOf('standby'), 'select pg_promote()');
    for (let status = 0; status !== 201; await setTimeout(100)) {
      status = await put(two, 'b');
      expect([201, 503]).toContain(status);
    }
    while (!(await idsAt(one)).includes('b')) await setTimeout(20);
  },
  120_000,
);
