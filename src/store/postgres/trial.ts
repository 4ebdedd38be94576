import { createTurns } from '../in-turn.ts';
import type { Migration } from '../migrations.ts';
import { selectMarked } from '../read/state.ts';
import type { Store } from '../store.ts';
import type { Session } from './connection.ts';
import { addressesOf, createPool } from './hosts.ts';
import { migrate } from './migrate.ts';
import { createPlanRunner } from './runner.ts';
import { readWith, writeWith } from './write.ts';

/**
 * The database in a transaction that is rolled back in the end: whatever is done there happens as it would. As soon
 * as something is written, others who write wait, or are told to come again.
 */
export async function openTrial(url: string, migrations: readonly Migration[]): Promise<Store> {
  const pool = createPool(addressesOf(url), { primary: true, most: 1, pipeline: true });
  const { promise: closing, resolve: close } = Promise.withResolvers<void>();
  const { promise: opened, resolve: open, reject: fail } = Promise.withResolvers<Store>();
  const ended = pool.lend(async (session) => {
    const readOnly = await migrate(session, migrations);
    await session.client.query('begin');
    open(trialOn(session, url, readOnly, end));
    await closing;
    await session.client.query('rollback');
  });
  ended.catch(fail);
  return opened.catch(async (error) => {
    await pool.close();
    throw error;
  });

  async function end(): Promise<void> {
    close();
    await ended;
    await pool.close();
  }
}

function trialOn(session: Session, url: string, readOnly: boolean, close: Store['close']): Store {
  const { client, queries } = session;
  const reading = readWith(queries);
  const runner = createPlanRunner({});
  const turns = createTurns();
  const change = <Result>(work: () => Promise<Result>) =>
    turns.run(async () => {
      await client.query('savepoint trial');
      try {
        return await work();
      } catch (error) {
        await client.query('rollback to savepoint trial');
        throw error;
      }
    });
  const read: Store['read'] = (work) => turns.run(() => work(reading));
  const ask: Store['ask'] = (question, plan, { tell } = {}) =>
    turns.run(async () => {
      const { answer, state } = await runner.answerWithin(session, question, plan);
      tell?.(state);
      return answer;
    });
  return {
    location: url,
    readOnly,
    check() {},
    ask,
    read,
    takeSnapshot: async () => ({ read, ask, close: async () => {} }),
    shareWithThread: async () => ({ location: url }),
    write: (work) => change(() => work(writeWith(queries))),
    writeBulk: (work) => change(() => work(writeWith(queries), async () => {})),
    revision: async () => (await read(selectMarked)).revision,
    mark: async () => (await read(selectMarked)).mark,
    knownMark: () => undefined,
    connections: () => ({}),
    servers: async () => ({}),
    close,
  };
}
