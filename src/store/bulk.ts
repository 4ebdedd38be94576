import { type RawBuilder, sql } from 'kysely';
import type { Queries } from './connection.ts';

/**
 * While loading in bulk, and otherwise (as is built in): KiB of pages kept in memory, and bytes of
 * search terms that wait there to be written together.
 */
const memory = {
  bulk: { cacheKiB: 262_144, terms: 16_777_216 },
  usual: { cacheKiB: 16_000, terms: 1_048_576 },
};

/**
 * Runs work that inserts very much, within the caller's transaction: indexes are made once, behind it,
 * which costs a fraction. Those that begin with the article stay: removing an article needs them, and
 * articles come one after the other.
 */
export async function withoutIndexes<Result>(
  queries: Queries,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows: indexes } = await sql<{ name: string; text: string }>`
    select name, sql as text from sqlite_schema
    where type = 'index' and sql like 'CREATE INDEX%' and sql not like '% WHERE %'
    and (select name from pragma_index_info(sqlite_schema.name) where seqno = 0) <> 'article'
  `.execute(queries);
  const run = (statement: RawBuilder<unknown>) => statement.execute(queries);
  for (const { name } of indexes) await run(sql`drop index ${sql.ref(name)}`);
  await allow(queries, memory.bulk);
  try {
    const result = await work();
    // Sorting has a thread of its own.
    await run(sql`pragma threads = 1`);
    for (const { text } of indexes) await run(sql.raw(text));
    return result;
  } finally {
    await allow(queries, memory.usual);
  }
}

async function allow(queries: Queries, { cacheKiB, terms }: typeof memory.bulk): Promise<void> {
  await sql.raw(`pragma cache_size = -${cacheKiB}`).execute(queries);
  // A bound number would come as one with a point, which isn't taken here.
  await sql
    .raw(`insert into search_terms (search_terms, rank) values ('hashsize', ${terms})`)
    .execute(queries);
}
