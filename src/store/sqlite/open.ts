import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Migration } from '../migrations.ts';
import { createOpenSnapshots } from '../open-snapshots.ts';
import type { Answers, Question } from '../read/answer.ts';
import { TooMuch, TooMuchToRank, usualBounds } from '../read/runner.ts';
import type { SharedSource, Snapshot, Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { type Beside, createBeside } from './beside.ts';
import { runInBulk } from './bulk.ts';
import { type Connection, type ConnectionOptions, connect, openDatabase } from './connection.ts';
import { removeKilledDrafts } from './drafts.ts';
import { isDamaged } from './errors.ts';
import { createFile, prepareFile } from './file.ts';
import { migrate } from './migrate.ts';
import { takeSnapshot } from './snapshot.ts';
import { type StillThere, watchFile } from './still-there.ts';
import { readWith, writeWith } from './write.ts';

/**
 * Opens the database at `path` (or `:memory:`), created and migrated as need be.
 * @throws StoreError if the file is empty, damaged or another program's
 */
export function openStore(
  path: string,
  migrations: readonly Migration[],
  options: Omit<ConnectionOptions, 'beside'> = {},
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
      location: null,
      stillThere: null,
      readOnly: false,
      snapshot: async () => takeSnapshot(await copy(), options),
      share: () => only.run(async () => ({ bytes: database.serialize() })),
    });
  }
  if (!existsSync(path)) createFile(path, migrations);
  const readOnly = prepareFile(path, migrations);
  if (!readOnly) removeKilledDrafts(path);
  const reader = connect(() => openDatabase(path, { readonly: true }), options);
  const openWriter = () => openDatabase(path, { readonly: false });
  return storeOn({
    reader,
    writer: readOnly ? reader : connect(openWriter, options),
    beside: createBeside(path, options.bounds ?? usualBounds),
    location: path,
    stillThere: watchFile(path),
    readOnly,
    snapshot: () => takeSnapshot(openDatabase(path, { readonly: true }), options),
    share: async () => ({ location: path }),
  });
}

interface Connections {
  reader: Connection;
  /** The reader itself where nothing can be written, or there is one connection alone. */
  writer: Connection;
  beside: Beside | null;
  location: string | null;
  stillThere: StillThere | null;
  readOnly: boolean;
  snapshot(): Promise<Snapshot>;
  share(): Promise<SharedSource>;
}

function storeOn(connections: Connections): Store {
  const { reader, writer, beside, location, stillThere, readOnly, snapshot, share } = connections;
  const snapshots = createOpenSnapshots();
  const change = async <Result>(work: () => Promise<Result>) => {
    if (readOnly) throw new StoreError('the database is read-only');
    check();
    try {
      return await noticingDamage(work);
    } finally {
      await reader.forget();
    }
  };
  let damage: StoreError | null = null;
  const check = () => {
    if (damage !== null) throw damage;
    stillThere?.check();
  };
  const noticingDamage = async <Result>(work: () => Promise<Result>) => {
    try {
      return await work();
    } catch (error) {
      if (isDamaged(error))
        damage = new StoreError(
          'a part of the database is damaged, and nothing is written any more: stop the server, put back a copy that is whole, and start it again',
          { cause: error },
        );
      throw error;
    }
  };
  /** The answer, or that it takes longer than others should wait. */
  const tryHere = <Name extends Question>(question: Name, plan: Answers[Name]['plan']) =>
    reader.ask(question, plan).catch((error): TooMuch => {
      if (error instanceof TooMuch) return error;
      throw error;
    });
  const askAnyway: Beside['ask'] = async (question, plan, asker) => {
    const first = await tryHere(question, plan);
    if (!(first instanceof TooMuch)) return first;
    if (beside === null) throw first;
    if (first instanceof TooMuchToRank) {
      const { answer, state } = await beside.ask('ranking', first.plan, asker);
      // With the ranking, this page is quick, and so are those that follow.
      const isKnown = await reader.learnRanking(first.plan, answer, state);
      const second = isKnown ? await tryHere(question, plan) : first;
      if (!(second instanceof TooMuch)) return second;
    }
    return beside.ask(question, plan, asker);
  };
  return {
    location,
    readOnly,
    check,
    async ask(question, plan, { tell, asker } = {}) {
      const { answer, state } = await noticingDamage(() => askAnyway(question, plan, asker));
      tell?.(state);
      return answer;
    },
    read: (work) =>
      noticingDamage(() =>
        reader.run((queries) => queries.inTransaction(() => work(readWith(queries)))),
      ),
    takeSnapshot: async () => snapshots.add(await snapshot()),
    shareWithThread: share,
    write: (work) =>
      change(() => writer.run((queries) => queries.inTransaction(() => work(writeWith(queries))))),
    writeBulk: (work, distinct = []) =>
      change(async () => {
        const inBulk = () => writer.run((queries) => runInBulk(queries, work, distinct));
        // Other connections would be in the way.
        await beside?.close();
        stillThere?.forgetLog();
        return writer === reader ? inBulk() : reader.runClosed(inBulk);
      }),
    revision: async () => (await reader.state()).revision,
    mark: async () => (await reader.state()).mark,
    knownMark: () => reader.knownState()?.mark,
    connections: () => ({}),
    servers: async () => ({}),
    async close() {
      await snapshots.close();
      await beside?.close();
      await reader.close();
      if (writer !== reader) await writer.close();
    },
  };
}
