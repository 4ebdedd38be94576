import type Database from 'better-sqlite3';
import { type Connection, connect, type Queries } from './connection.ts';
import type { Answers, Question } from './read/answer.ts';
import type { PlanOptions } from './sqlite/runner.ts';
import { selectRevision } from './state.ts';

/** One state of the content, read bit by bit while others read and write. It costs until it is closed. */
export interface Snapshot {
  read<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  ask<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
  ): Promise<Answers[Name]['answer']>;
  close(): Promise<void>;
}

const cacheKiB = 2000;

/** Takes the state that a database of its own, to be closed with the snapshot, is in now. */
export async function takeSnapshot(
  database: Database.Database,
  options: PlanOptions,
): Promise<Snapshot> {
  let connection: Connection | undefined;
  try {
    // Nearly all is read once: a cache as large as that of the others would hold what nobody asks for again.
    database.pragma(`cache_size = -${cacheKiB}`);
    database.exec('begin');
    connection = connect(() => database, { ...options, beside: true });
    // The transaction begins with the first thing that is read.
    await connection.run(selectRevision);
  } catch (error) {
    database.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    read: connection.run,
    ask: async (question, plan) => (await connection.ask(question, plan)).answer,
    close() {
      closing ??= connection.close();
      return closing;
    },
  };
}
