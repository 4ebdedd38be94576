import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Ask } from '../read/answer.ts';
import { TooMuch, usualBounds } from '../read/runner.ts';
import { selectRevision } from '../read/state.ts';
import type { Snapshot, Store } from '../store.ts';
import { isBusy, isUnopened, StoreError } from '../store-error.ts';
import { type Beside, createBeside } from './beside.ts';
import { runInBulk } from './bulk.ts';
import { type Connection, connect, openDatabase } from './connection.ts';
import { applicationId, type Migration, migrate, pendingMigrations } from './migrate.ts';
import type { PlanOptions } from './runner.ts';
import { takeSnapshot } from './snapshot.ts';

/**
 * Opens the database at `path` (or `:memory:`), created and migrated as need be.
 * @throws StoreError if the file is empty, damaged or another program's
 */
export function openStore(
  path: string,
  migrations: Migration[],
  options: Omit<PlanOptions, 'beside'> = {},
): Store {
  if (path === ':memory:') {
    const database = openDatabase(path, { readonly: false });
    migrate(database, migrations);
    // There is no second connection to a database in memory, so nothing can be run beside.
    const only = connect(() => database, { ...options, beside: true });
    const copy = () => only.run(async () => new Database(database.serialize(), { readonly: true }));
    return storeOn({
      reader: only,
      writer: only,
      beside: null,
      readOnly: false,
      snapshot: async () => takeSnapshot(await copy(), options),
    });
  }
  if (!existsSync(path)) create(path, migrations);
  const readOnly = prepareFile(path, migrations);
  const reader = connect(() => openDatabase(path, { readonly: true }), options);
  const openWriter = () => openDatabase(path, { readonly: false });
  return storeOn({
    reader,
    writer: readOnly ? reader : connect(openWriter, options),
    beside: createBeside(path, options.bounds ?? usualBounds),
    readOnly,
    snapshot: () => takeSnapshot(openDatabase(path, { readonly: true }), options),
  });
}

interface Connections {
  reader: Connection;
  /** The reader itself where nothing can be written, or there is one connection alone. */
  writer: Connection;
  beside: Beside | null;
  readOnly: boolean;
  snapshot(): Promise<Snapshot>;
}

function storeOn({ reader, writer, beside, readOnly, snapshot }: Connections): Store {
  const snapshots = new Set<Snapshot>();
  let known: number | undefined;
  const forget = () => {
    known = undefined;
  };
  const change = async <Result>(work: () => Promise<Result>) => {
    if (readOnly) throw new StoreError('the database is read-only');
    try {
      return await work();
    } finally {
      forget();
    }
  };
  const askAnyway: Ask = async (question, plan) => {
    try {
      return await reader.ask(question, plan);
    } catch (error) {
      if (!(error instanceof TooMuch) || beside === null) throw error;
      return beside.ask(question, plan);
    }
  };
  return {
    readOnly,
    async ask(question, plan, tell) {
      const { answer, revision } = await askAnyway(question, plan);
      tell?.(revision);
      return answer;
    },
    read: (work) => reader.run((queries) => queries.transaction().execute(work)),
    async takeSnapshot() {
      const taken = await snapshot();
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
    write: (work) => change(() => writer.run((queries) => queries.transaction().execute(work))),
    writeBulk: (work, distinct = []) =>
      change(async () => {
        const inBulk = () => writer.run((queries) => runInBulk(queries, work, distinct));
        // Other connections would be in the way.
        await beside?.close();
        return writer === reader ? inBulk() : reader.runClosed(inBulk);
      }),
    async revision() {
      const revision = await reader.run(selectRevision);
      if (known === undefined) setImmediate(forget);
      known = revision;
      return revision;
    },
    knownRevision: () => known,
    async close() {
      for (const taken of snapshots) await taken.close();
      await beside?.close();
      await reader.close();
      if (writer !== reader) await writer.close();
    },
  };
}

/** A new file appears under its name whole or not at all, whoever is killed or races meanwhile. */
function create(path: string, migrations: Migration[]): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new StoreError(`can't create ${dirname(path)}: ${(cause as Error).message}`, { cause });
  }
  try {
    const database = openDatabase(draft, { readonly: false });
    migrate(database, migrations);
    database.close();
    linkSync(draft, path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (cause instanceof StoreError) throw cause;
    if (code !== 'EEXIST') throw new StoreError(`can't create ${path}: ${message}`, { cause });
    // Somebody else was faster; or there is a name, but no file that it leads to.
    if (!existsSync(path))
      throw new StoreError(
        `${path} is a link to a file that isn't there: remove the link, or put the file where it leads`,
        { cause },
      );
  } finally {
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(draft + suffix)) rmSync(draft + suffix);
  }
}

/** Checks the file and migrates it; says whether it can only be read. */
function prepareFile(path: string, migrations: Migration[]): boolean {
  if (statSync(path).size === 0)
    throw new StoreError(`${path} is empty: remove it to start anew, or put the database back`);
  let database: Database.Database | undefined;
  try {
    database = openDatabase(path, { readonly: true });
    if (database.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreError(
        `${path} is a database of another program: choose another path in DATABASE_URL`,
      );
    const pending = pendingMigrations(database, migrations);
    if (pending.length === 0) return !isWritable(path);
    if (!isWritable(path))
      throw new StoreError(`${path} needs migration ${pending[0]?.name}, but can't be written`);
    const writable = openDatabase(path, { readonly: false });
    try {
      migrate(writable, migrations);
    } finally {
      writable.close();
    }
    return false;
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    if (isBusy(cause))
      throw new StoreError(
        `${path} is in use by another process, which loads or migrates it: start again when that is done`,
        { cause },
      );
    if (isUnopened(cause))
      throw new StoreError(
        `${path} can't be opened: check who may read and write it and its folder`,
        { cause },
      );
    throw new StoreError(
      `${path} can't be read as a database (${(cause as Error).message}): put back a copy that is whole, or remove it to start anew`,
      { cause },
    );
  } finally {
    database?.close();
  }
}

function isWritable(path: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = openDatabase(path, { readonly: false });
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch (error) {
    // Somebody else is writing, so it can be written.
    return isBusy(error);
  } finally {
    database?.close();
  }
}
