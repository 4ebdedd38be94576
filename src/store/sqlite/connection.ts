import Database from 'better-sqlite3';
import { createTurns } from '../in-turn.ts';
import type { Observer } from '../open-store.ts';
import type { Ask } from '../read/answer.ts';
import type { Ranking } from '../read/known.ts';
import type { State } from '../read/state.ts';
import type { SearchPlan } from '../search-plan.ts';
import type { Sql } from '../sql.ts';
import { createPlanRunner, type PlanOptions } from './runner.ts';

/** Runs statements, each text of which is prepared once. */
export interface Queries {
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** @returns how many rows it changed */
  run(statement: Statement): Promise<number>;
  /** Does some work in a transaction, which is rolled back where the work fails. */
  inTransaction<Result>(work: () => Promise<Result>): Promise<Result>;
}

type Statement = Pick<Sql, 'sql' | 'values'>;

/** One SQLite connection. What is run on it is run one after the other, as a transaction would take in what comes in between. */
export interface Connection {
  run<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** @throws TooMuch where it has to be run beside others */
  ask: Ask;
  /** The state as it is now. */
  state(): Promise<State>;
  /** The one that what is asked in this turn of the event loop is answered from, where something was. */
  knownState(): State | undefined;
  /** Takes a ranking that was worked out elsewhere; false where the content is in another state by now. */
  learnRanking(plan: SearchPlan, ranking: Ranking, of: State): Promise<boolean>;
  /** What is asked later in this turn is answered from a new state. */
  forget(): Promise<void>;
  /** The same for what needs this connection out of the way; it is opened anew behind it. */
  runClosed<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * How long to wait for another process's lock: while nothing is served yet; in bulk; and later, when waiting
 * blocks the event loop.
 */
export const busyTimeoutMs = { opening: 10_000, bulk: 10_000, serving: 100 };

export interface ConnectionOptions extends PlanOptions {
  /** How long to wait for another process's lock; as is right on the event loop, unless given. */
  busyTimeoutMs?: number | undefined;
}

/** @param alone whether it keeps others out as long as it is open */
export function openDatabase(
  path: string,
  { readonly, alone = false }: { readonly: boolean; alone?: boolean },
): Database.Database {
  const database = new Database(path, { readonly, timeout: busyTimeoutMs.opening });
  if (alone) database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('foreign_keys = ON');
  // Of pages that a statement changes, the engine keeps what was there, in case it fails halfway: in a
  // file, that takes a fifth of a put.
  if (!readonly) database.pragma('temp_store = MEMORY');
  if (!readonly && path !== ':memory:') {
    database.pragma('journal_mode = WAL');
    // In WAL this build's default is NORMAL, which may lose acknowledged writes when the power fails.
    database.pragma('synchronous = FULL');
    // A page that article after article changes is brought back once: of a million facts half the time of a put.
    database.pragma('wal_autocheckpoint = 4000');
    // While a long export reads an old state, the log grows; behind it, the disk gets it back.
    database.pragma('journal_size_limit = 33554432');
  }
  return database;
}

export function connect(
  open: () => Database.Database,
  options: ConnectionOptions = {},
): Connection {
  let opened = openQueries(open(), options);
  const turns = createTurns();
  return {
    run: (work) =>
      turns.run(() => {
        opened.plans.forget();
        return work(opened.queries);
      }),
    ask: (question, plan) => turns.run(() => opened.plans.answer(question, plan)),
    state: () =>
      turns.run(() => {
        opened.plans.forget();
        return opened.plans.state();
      }),
    knownState: () => opened.plans.knownState(),
    learnRanking: (plan, ranking, of) =>
      turns.run(() => opened.plans.learnRanking(plan, ranking, of)),
    // In its turn: a question that is being answered would lose its state halfway.
    forget: () => turns.run(async () => opened.plans.forget()),
    runClosed: (work) =>
      turns.run(async () => {
        end(opened);
        try {
          return await work();
        } finally {
          opened = openQueries(open(), options);
        }
      }),
    async close() {
      await turns.ended();
      opened.plans.forget();
      leaveWal(opened.database);
      end(opened);
    },
  };
}

function openQueries(database: Database.Database, options: ConnectionOptions) {
  database.pragma(`busy_timeout = ${options.busyTimeoutMs ?? busyTimeoutMs.serving}`);
  const queries = queriesOn(database, options.observe);
  return { database, queries, plans: createPlanRunner(database, options) };
}

function end({ database, plans }: ReturnType<typeof openQueries>): void {
  plans.forget();
  database.close();
}

/** A file in WAL mode can't even be read on a read-only disk, so it is left in the other one. */
function leaveWal(database: Database.Database): void {
  if (database.readonly || database.memory) return;
  try {
    database.pragma('journal_mode = DELETE');
  } catch {
    // Another process has it open; the last one to close it will see to it.
  }
}

/** So many statements are kept prepared at most. */
const mostPrepared = 500;

/** Preparing a statement costs as much as running it. */
function queriesOn(database: Database.Database, observe: Observer | undefined): Queries {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  let isWorking = false;
  const prepare = ({ sql: text, values }: Statement) => {
    // Where the disk is full, the engine has rolled back by itself: what was asked together with the statement that
    // failed would be stored for good.
    if (isWorking && !database.inTransaction) throw new Error('the transaction is over');
    observe?.({ sql: text, parameters: values });
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare<unknown[]>(text);
    if (prepared.size >= mostPrepared) prepared.clear();
    prepared.set(text, statement);
    return statement;
  };
  return {
    rows: async <Row>(statement: Statement) => prepare(statement).all(...statement.values) as Row[],
    async run(statement) {
      const its = prepare(statement);
      if (!its.reader) return its.run(...statement.values).changes;
      // Some pragmas answer with what is set.
      its.all(...statement.values);
      return 0;
    },
    async inTransaction(work) {
      // Who may write takes the lock at the beginning: halfway, another writer in between would make it fail.
      database.exec(database.readonly ? 'begin' : 'begin immediate');
      isWorking = true;
      try {
        const result = await work();
        database.exec('commit');
        return result;
      } catch (error) {
        // On a full disk the engine has rolled back already: an error of doing it again would hide the cause.
        if (database.inTransaction) database.exec('rollback');
        throw error;
      } finally {
        isWorking = false;
      }
    },
  };
}
