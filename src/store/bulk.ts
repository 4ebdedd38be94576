import { type RawBuilder, sql } from 'kysely';
import { busyTimeoutMs, type Queries } from './connection.ts';
import { isBusy } from './store-error.ts';

/**
 * While loading in bulk, and otherwise (as is built in): KiB of pages kept in memory, and bytes of
 * search terms that wait there to be written together.
 */
const memory = {
  bulk: { cacheKiB: 262_144, terms: 16_777_216 },
  usual: { cacheKiB: 16_000, terms: 1_048_576 },
};

/** Runs work that inserts very much in a transaction. */
export async function runInBulk<Result>(
  queries: Queries,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  await leaveWal(queries);
  // Much work would be lost to somebody who reads for a moment.
  await sql.raw(`pragma busy_timeout = ${busyTimeoutMs.bulk}`).execute(queries);
  await allow(queries, memory.bulk);
  try {
    return await queries
      .transaction()
      .execute((transaction) => withoutIndexes(transaction, () => work(transaction)));
  } finally {
    await allow(queries, memory.usual);
    await sql`pragma journal_mode = wal`.execute(queries);
    await sql.raw(`pragma busy_timeout = ${busyTimeoutMs.serving}`).execute(queries);
  }
}

/** A log of what is new is written and copied, a journal of what was there before is short. */
async function leaveWal(queries: Queries): Promise<void> {
  try {
    await sql`pragma journal_mode = delete`.execute(queries);
  } catch (error) {
    // Another process has the file open: with the log, it can go on reading.
    if (!isBusy(error)) throw error;
  }
}

/** Indexes are made once, behind the work, which costs a fraction; those that keep ids apart stay. */
async function withoutIndexes<Result>(
  queries: Queries,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows: indexes } = await sql<{ name: string; text: string }>`
    select name, sql as text from sqlite_schema
    where type = 'index' and sql like 'CREATE INDEX%' and sql not like '% WHERE %'
  `.execute(queries);
  const run = (statement: RawBuilder<unknown>) => statement.execute(queries);
  for (const { name } of indexes) await run(sql`drop index ${sql.ref(name)}`);
  const result = await work();
  // Sorting has a thread of its own.
  await run(sql`pragma threads = 1`);
  for (const { text } of indexes) await run(sql.raw(text));
  return result;
}

async function allow(queries: Queries, { cacheKiB, terms }: typeof memory.bulk): Promise<void> {
  await sql.raw(`pragma cache_size = -${cacheKiB}`).execute(queries);
  // A bound number would come as one with a point, which isn't taken here.
  await sql
    .raw(`insert into search_terms (search_terms, rank) values ('hashsize', ${terms})`)
    .execute(queries);
}
