import { createTurns } from '../in-turn.ts';
import { selectMarked } from '../read/state.ts';
import type { SharedSource, Snapshot } from '../store.ts';
import type { Pool } from './connection.ts';
import { addressesOf, createPool } from './hosts.ts';
import { createPlanRunner, type PlanOptions } from './runner.ts';
import { readWith } from './write.ts';

/** Takes the state that the database of an address is in now. */
export async function takeSnapshotOf(source: SharedSource): Promise<Snapshot> {
  if (!('location' in source)) throw new Error('there is no address');
  const pool = createPool(addressesOf(source.location), { primary: true, most: 1, pipeline: true });
  const snapshot = await takeSnapshot(pool, {});
  return {
    ...snapshot,
    async close() {
      await snapshot.close();
      await pool.close();
    },
  };
}

export interface TakenSnapshot extends Snapshot {
  revision: number;
  /** Whether it can be read for long: a standby ends what reads rows that its primary has removed, unless it tells it not to. */
  isLasting: boolean;
}

/** Takes the state that the database is in now. It keeps a connection until it is closed. */
export async function takeSnapshot(pool: Pool, options: PlanOptions): Promise<TakenSnapshot> {
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const { promise: opened, resolve: open, reject: fail } = Promise.withResolvers<TakenSnapshot>();
  const runner = createPlanRunner(options);
  const ended = pool.lend(async (session) => {
    const { client, queries } = session;
    const reading = readWith(queries);
    await client.query('begin isolation level repeatable read read only');
    // The state is taken with the first thing that is read.
    const { revision } = await selectMarked(reading);
    const { rows } = await client.query<{ isLasting: boolean }>(
      `select not pg_is_in_recovery() or current_setting('hot_standby_feedback')::boolean as "isLasting"`,
    );
    const turns = createTurns();
    open({
      revision,
      isLasting: rows[0]?.isLasting ?? true,
      read: (work) => turns.run(() => work(reading)),
      ask: (question, plan) =>
        turns.run(async () => (await runner.answerWithin(session, question, plan)).answer),
      async close() {
        close();
        await ended;
      },
    });
    await closed;
    await turns.ended();
    await client.query('rollback');
  });
  ended.catch(fail);
  return opened;
}
