import type { Migration } from '../migrations.ts';
import { createOpenSnapshots } from '../open-snapshots.ts';
import type { OpenOptions } from '../open-store.ts';
import { selectMarked } from '../read/state.ts';
import type { Store } from '../store.ts';
import { StoreError, Unreachable } from '../store-error.ts';
import { createAsk } from './asking.ts';
import { runInBulk } from './bulk.ts';
import type { Session } from './connection.ts';
import { addressesOf, createPool, type HostPool } from './hosts.ts';
import { migrate } from './migrate.ts';
import { createReaders, onceMore, type Seen } from './readers.ts';
import { createPlanRunner } from './runner.ts';
import { describeServers } from './servers.ts';
import { shareNext } from './share-next.ts';
import { createSnapshots } from './snapshots.ts';
import { readWith, writeWith } from './write.ts';

/** So many connections read, unless said otherwise; one more writes. */
const usualReaders = 8;
/** So many states are read bit by bit at once: as many as there are places for exports, and some. */
const mostSnapshots = 12;

/**
 * Opens the database of that address, which may name several hosts, migrated as need be.
 * @throws StoreError where it can't be reached, or is another program's
 */
export async function openStore(
  url: string,
  migrations: readonly Migration[],
  { busyTimeoutMs = 3_000, connections: most = usualReaders, readFrom, ...options }: OpenOptions,
): Promise<Store> {
  const hosts = addressesOf(url);
  const replicaHosts =
    readFrom === undefined ? (hosts.length > 1 ? hosts : []) : addressesOf(readFrom);
  const replicas =
    replicaHosts.length === 0
      ? null
      : createPool(replicaHosts, { most, pipeline: true, primary: false });
  const primaries = createPool(hosts, { most, pipeline: true, primary: true });
  // What is read slowly must not keep others from reading.
  const ofExports = { most: mostSnapshots, pipeline: true };
  const exporters = createPool(hosts, { ...ofExports, primary: true });
  const replicaExporters = replicas && createPool(replicaHosts, { ...ofExports, primary: false });
  const writers = createPool(hosts, { most: 1, pipeline: true, primary: true });
  const close = async () => {
    await Promise.all(
      [primaries, replicas, exporters, replicaExporters, writers].map((pool) => pool?.close()),
    );
  };
  const readers = createReaders(primaries, replicas, readFrom !== undefined);
  const readOnly = await prepare().catch(async (error) => {
    await close();
    throw error;
  });
  const snapshots = createOpenSnapshots();
  const takeSnapshot = createSnapshots(
    {
      primaries: exporters,
      replicas: replicaExporters,
      replicasFirst: readFrom !== undefined,
      readers,
    },
    options,
  );
  let known: string | undefined;
  const forget = () => {
    known = undefined;
  };

  /** Where none takes writes, one that can be read is served. @returns whether it can only be read */
  async function prepare(): Promise<boolean> {
    try {
      return await writers.lend((session) => migrate(session, migrations));
    } catch (error) {
      if (!(error instanceof Unreachable) || replicas === null) throw error;
      await replicas.lend((session) => migrate(session, migrations));
      return false;
    }
  }

  async function change<Result>(
    pool: HostPool,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    if (readOnly) throw new StoreError('the database is read-only');
    let begun = false;
    const begin = (session: Session) => {
      begun = true;
      return work(session);
    };
    const attempt = () => pool.lend((session) => inTransaction(session, busyTimeoutMs, begin));
    try {
      // Where the connection was lost later on, all of it may have been done.
      return await onceMore(attempt, () => !begun);
    } finally {
      forget();
    }
  }

  async function askMarked({
    queries,
  }: Session): Promise<Seen<{ revision: number; mark: string }>> {
    const result = await selectMarked(readWith(queries));
    return { result, revision: result.revision };
  }

  const askMark = shareNext(() => readers.read(askMarked));

  return {
    location: url,
    readOnly,
    check() {},
    ask: createAsk(readers, createPlanRunner(options)),
    read: (work, asker) =>
      readers.read(
        async ({ client, queries }) => {
          const reading = readWith(queries);
          await client.query('begin isolation level repeatable read read only');
          try {
            const { revision } = await selectMarked(reading);
            return { result: await work(reading), revision };
          } finally {
            await client.query('rollback').catch(() => {});
          }
        },
        { asker },
      ),
    takeSnapshot: async () => snapshots.add(await takeSnapshot()),
    shareWithThread: async () => ({ location: url }),
    write: (work) => change(writers, ({ queries }) => work(writeWith(queries))),
    async writeBulk(work, distinct = []) {
      // A connection that copies can't be a pipelined one.
      const pool = createPool(hosts, { most: 1, pipeline: false, primary: true });
      try {
        return await change(pool, (session) => runInBulk(session, work, distinct));
      } finally {
        await pool.close();
      }
    },
    revision: async () => (await readers.readNewest(askMarked)).revision,
    async mark() {
      const { mark } = await askMark();
      if (known === undefined) setImmediate(forget);
      known = mark;
      return mark;
    },
    knownMark: () => known,
    connections: () => ({
      primary: primaries.use(),
      ...(replicas && { replica: replicas.use() }),
      export: exporters.use(),
      ...(replicaExporters && { 'replica-export': replicaExporters.use() }),
      write: writers.use(),
    }),
    servers: () =>
      describeServers({ primary: primaries, ...(replicas && { replica: replicas }) }, primaries),
    async close() {
      await snapshots.close();
      await close();
    },
  };
}

/** Who writes has the row of the state: one at a time, of all servers, so that revisions have no gaps. */
async function inTransaction<Result>(
  session: Session,
  busyTimeoutMs: number,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const { client } = session;
  try {
    await client.query(
      `begin; set local lock_timeout = ${busyTimeoutMs}; select 1 from state for update`,
    );
    const result = await work(session);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
