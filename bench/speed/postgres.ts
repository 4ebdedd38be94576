import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { query, startCluster } from '../../tests/support/cluster.ts';
import type { Database, Engine, EngineParts } from './engines.ts';
import { type Place, prefixFor } from './machine.ts';

/** As docs/postgresql.md advises for a small machine; nothing that was acknowledged may be lost. */
const settings = {
  shared_buffers: '1GB',
  effective_cache_size: '2GB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
};

/** Where a database of a run that was killed may still be. */
const ofRun = 'run_';

/** A server of PostgreSQL from npm, or from POSTGRES_BIN, whose files stay for later runs. */
export async function openPostgres({ cache, cores }: EngineParts): Promise<Engine> {
  const folder = join(cache, 'postgres');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  let place: Place = 'both';
  const prefix = () => prefixFor(cores, place);
  const cluster = await startCluster(settings, { folder, prefix });
  const nameOf = ({ name, isKept }: Database) => `${isKept ? 'kept' : ofRun}_${name}`;
  const drop = (name: string) =>
    query(cluster.url, `drop database if exists "${name}" with (force)`);
  const left = await query<{ name: string }>(
    cluster.url,
    `select datname as name from pg_database where starts_with(datname, '${ofRun}')`,
  );
  for (const { name } of left) await drop(name);
  return {
    name: 'postgres',
    urlOf: (database) => cluster.url.replace(/\/postgres$/, `/${nameOf(database)}`),
    async create(database) {
      await drop(nameOf(database));
      await query(cluster.url, `create database "${nameOf(database)}"`);
    },
    async copy(from, to) {
      await drop(nameOf(to));
      await query(
        cluster.url,
        `create database "${nameOf(to)}" template "${nameOf(from)}" strategy file_copy`,
      );
    },
    remove: async (database) => void (await drop(nameOf(database))),
    async runOn(other) {
      if (other === place) return;
      place = other;
      // What it has begun stays on its cores, and what begins anew is put there by the command.
      await cluster.stop();
      await cluster.start();
    },
    close: () => cluster.stop(),
  };
}
