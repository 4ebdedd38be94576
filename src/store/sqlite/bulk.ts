import { sql } from '../sql.ts';
import type { BulkWork } from '../store.ts';
import { isBusy } from '../store-error.ts';
import { busyTimeoutMs, type Queries } from './connection.ts';
import { writeWith } from './write.ts';

/**
 * While loading in bulk, and otherwise: KiB of pages kept in memory, bytes of search terms that wait
 * there to be written together, and where what is being sorted is kept.
 */
const settings = {
  bulk: { cacheKiB: 65_536, terms: 16_777_216, temporary: 'FILE' },
  usual: { cacheKiB: 16_000, terms: 1_048_576, temporary: 'MEMORY' },
};

/** So much at a time is sorted, by another thread, while more is read: with few, both have their work. */
const sortedKiB = 4096;

/**
 * Runs it in a transaction.
 * @param distinct tables that need no index to keep ids apart until indexes are made
 */
export async function runInBulk<Result>(
  queries: Queries,
  work: BulkWork<Result>,
  distinct: readonly string[],
): Promise<Result> {
  await leaveWal(queries);
  // Much work would be lost to somebody who reads for a moment.
  await queries.run(sql.raw(`pragma busy_timeout = ${busyTimeoutMs.bulk}`));
  await use(queries, settings.bulk);
  try {
    return await queries.inTransaction(async () => {
      const makeIndexes = await dropIndexes(queries, distinct);
      const result = await work(writeWith(queries), makeIndexes);
      await makeIndexes();
      return result;
    });
  } finally {
    await use(queries, settings.usual);
    await queries.run(sql`pragma journal_mode = wal`);
    await queries.run(sql.raw(`pragma busy_timeout = ${busyTimeoutMs.serving}`));
  }
}

/** WAL writes each new page twice; a rollback journal saves only the few old ones. */
async function leaveWal(queries: Queries): Promise<void> {
  try {
    await queries.run(sql`pragma journal_mode = delete`);
  } catch (error) {
    // Another process has the file open: with the log, it can go on reading.
    if (!isBusy(error)) throw error;
  }
}

/**
 * Indexes are made once, behind the work, which costs a fraction; those that keep ids apart stay, but
 * for some tables.
 * @returns what makes them, once
 */
async function dropIndexes(queries: Queries, distinct: readonly string[]) {
  const rows = await queries.rows<{
    name: string;
    text: string;
    isUnique: number;
    table: string;
  }>(sql`
    select name, sql as text, sql like 'CREATE UNIQUE %' as isUnique, tbl_name as "table"
    from sqlite_schema where type = 'index' and sql not like '% WHERE %'
  `);
  const { run } = queries;
  let dropped = rows.filter(({ isUnique, table }) => !isUnique || distinct.includes(table));
  for (const { name } of dropped) await run(sql`drop index ${sql.ref(name)}`);
  return async () => {
    if (dropped.length === 0) return;
    await run(sql`pragma threads = 1`);
    await run(sql.raw(`pragma cache_size = -${sortedKiB}`));
    for (const { text } of dropped) await run(sql.raw(text));
    await run(sql.raw(`pragma cache_size = -${settings.bulk.cacheKiB}`));
    dropped = [];
  };
}

async function use(
  queries: Queries,
  { cacheKiB, terms, temporary }: typeof settings.bulk,
): Promise<void> {
  // A bound number would come as one with a point, which isn't taken here.
  const run = (text: string) => queries.run(sql.raw(text));
  await run(`pragma cache_size = -${cacheKiB}`);
  await run(`pragma temp_store = ${temporary}`);
  await run(`insert into search_terms (search_terms, rank) values ('hashsize', ${terms})`);
}
