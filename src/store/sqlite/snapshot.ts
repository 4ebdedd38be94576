import Database from 'better-sqlite3';
import { selectMarked } from '../read/state.ts';
import type { SharedSource, Snapshot } from '../store.ts';
import { connect, openDatabase } from './connection.ts';
import type { PlanOptions } from './runner.ts';
import { readWith } from './write.ts';

const cacheKiB = 2000;

/** Takes the state that a file, or the bytes of one, is in now. */
export function takeSnapshotOf(source: SharedSource): Promise<Snapshot> {
  const database =
    'location' in source
      ? openDatabase(source.location, { readonly: true })
      : new Database(Buffer.from(source.bytes), { readonly: true });
  return takeSnapshot(database, {});
}

/** Takes the state that a database of its own, to be closed with the snapshot, is in now. */
export async function takeSnapshot(
  database: Database.Database,
  options: PlanOptions,
): Promise<Snapshot> {
  const connection = connect(() => database, { ...options, beside: true });
  const read: Snapshot['read'] = (work) => connection.run((queries) => work(readWith(queries)));
  try {
    // Nearly all is read once: a cache as large as that of the others would hold what nobody asks for again.
    database.pragma(`cache_size = -${cacheKiB}`);
    database.exec('begin');
    // The transaction begins with the first thing that is read.
    await read(selectMarked);
  } catch (error) {
    await connection.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    read,
    ask: async (question, plan) => (await connection.ask(question, plan)).answer,
    close() {
      closing ??= connection.close();
      return closing;
    },
  };
}
