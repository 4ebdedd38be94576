import type { Migration } from '../migrations.ts';
import type { OpenOptions } from '../open-store.ts';
import { type Reading, readingOn } from '../read/reading.ts';
import { selectMarked } from '../read/state.ts';
import type { Snapshot, Store } from '../store.ts';
import { StoreError, Unreachable } from '../store-error.ts';
import { runInBulk } from './bulk.ts';
import { createPool, type Session } from './connection.ts';
import { postgres } from './dialect.ts';
import { migrate } from './migrate.ts';
import { createPlanRunner } from './runner.ts';
import { takeSnapshot } from './snapshot.ts';
import { writeWith } from './write.ts';

/** So many connections read, unless said otherwise; one more writes. */
const usualReaders = 8;
/** So many states are read bit by bit at once: as many as there are places for exports, and some. */
const mostSnapshots = 12;

/**
 * Opens the database of that address, migrated as need be.
 * @throws StoreError where it can't be reached, or is another program's
 */
export async function openStore(
  url: string,
  migrations: readonly Migration[],
  { busyTimeoutMs = 3_000, ...options }: OpenOptions,
): Promise<Store> {
  const readers = createPool(url, { most: options.connections ?? usualReaders, pipeline: true });
  // What is read slowly must not keep others from reading.
  const exporters = createPool(url, { most: mostSnapshots, pipeline: true });
  // COPY needs a connection that isn't pipelined.
  const writers = createPool(url, { most: 1, pipeline: false });
  const close = async () => {
    await Promise.all([readers, exporters, writers].map((pool) => pool.close()));
  };
  let readOnly: boolean;
  try {
    readOnly = await writers.lend((session) => migrate(session, migrations));
  } catch (error) {
    await close();
    throw error;
  }
  const runner = createPlanRunner(options);
  const snapshots = new Set<Snapshot>();
  let known: string | undefined;
  const forget = () => {
    known = undefined;
  };
  const change = async <Result>(work: (session: Session) => Promise<Result>) => {
    if (readOnly) throw new StoreError('the database is read-only');
    try {
      return await writers.lend((session) => inTransaction(session, work));
    } finally {
      forget();
    }
  };
  /** Who writes has the row of the state: one at a time, of all servers, so that revisions have no gaps. */
  async function inTransaction<Result>(
    session: Session,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const { client } = session;
    await client.query(`begin; set local lock_timeout = ${busyTimeoutMs}`);
    try {
      await client.query('select 1 from state for update');
      const result = await work(session);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  }
  const read = <Result>(work: (reading: Reading) => Promise<Result>) =>
    onceMore(() =>
      readers.lend(async ({ client, queries }) => {
        await client.query('begin isolation level repeatable read read only');
        try {
          return await work(readingOn(queries, postgres));
        } finally {
          await client.query('rollback').catch(() => {});
        }
      }),
    );
  const askMarked = async () => {
    const marked = await onceMore(() =>
      readers.lend(({ queries }) => selectMarked(readingOn(queries, postgres))),
    );
    if (known === undefined) setImmediate(forget);
    known = marked.mark;
    return marked;
  };
  return {
    location: url,
    readOnly,
    check() {},
    async ask(question, plan, tell, isGone) {
      const { answer, state } = await onceMore(() =>
        readers.lend((session) => runner.answer(session, question, plan), isGone),
      );
      tell?.(state);
      return answer;
    },
    read,
    async takeSnapshot() {
      const taken = await takeSnapshot(exporters, options);
      const tracked = {
        ...taken,
        async close() {
          await taken.close();
          snapshots.delete(tracked);
        },
      };
      snapshots.add(tracked);
      return tracked;
    },
    shareWithThread: async () => ({ location: url }),
    write: (work) => change((session) => work(writeWith(session))),
    writeBulk: (work, distinct = []) => change((session) => runInBulk(session, work, distinct)),
    revision: async () => (await askMarked()).revision,
    mark: async () => (await askMarked()).mark,
    knownMark: () => known,
    async close() {
      for (const taken of snapshots) await taken.close();
      await close();
    },
  };
}

/** Reads again where a connection was lost: a server that was started anew has ended all that there were. */
async function onceMore<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return read();
  }
}
