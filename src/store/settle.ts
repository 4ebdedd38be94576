import { sql } from 'kysely';
import { noteChanges } from './changes.ts';
import { numbersOf, type Value } from './conditions.ts';
import type { Queries } from './connection.ts';
import type { Counts, DueChanges, RecordKey, SharedTable } from './due.ts';
import { type CountsNow, refreshDocuments } from './refresh.ts';
import { insertRows, runAmong } from './rows.ts';
import { indexWords } from './write/words.ts';

/** So many shared facts are brought up to date together. */
const mostRefreshed = 1000;

/** Brings the counts, served documents and words of shared facts up to what the articles say now. */
export async function settleChanges(
  queries: Queries,
  due: DueChanges,
  author: string | null,
): Promise<void> {
  if (due.changes.length === 0) return;
  for (const record of due.left) await leaveForm(queries, record);
  for (const table of due.shared) {
    // Whatever has phrases is tallied. Some at a time, as all their records are at hand then.
    const all = [...(due.tallies.get(table.table)?.keys() ?? [])].sort();
    for (let done = 0; done < all.length; done += mostRefreshed) {
      const ids = all.slice(done, done + mostRefreshed);
      const tallies = await changeCounts(queries, 'tallies', table, due.tallies, ids);
      const phrases = await changeCounts(queries, 'phrases', table, due.phrases, ids);
      await refreshDocuments(queries, due, table, tallies, phrases);
    }
  }
  await indexWords(queries, due.unindexed);
  await noteChanges(queries, due.changes, due.time, author);
}

async function changeCounts(
  queries: Queries,
  where: 'tallies' | 'phrases',
  { table: type }: SharedTable,
  changes: Counts,
  ids: readonly string[],
): Promise<CountsNow> {
  const rows = await runAmong<{ id: string; counted: string; count: number }>(
    queries,
    `select id, counted, count from ${where} where type = ? and id in`,
    [type],
    ids,
  );
  const now: CountsNow = new Map(ids.map((id) => [id, new Map()]));
  for (const { id, counted, count } of rows) now.get(id)?.set(counted, count);

  const written: Value[][] = [];
  for (const id of ids)
    for (const [counted, change] of changes.get(type)?.get(id) ?? []) {
      if (change === 0) continue;
      const count = (now.get(id)?.get(counted) ?? 0) + change;
      if (count > 0) {
        now.get(id)?.set(counted, count);
        written.push([type, id, counted, count]);
        continue;
      }
      now.get(id)?.delete(counted);
      await sql`
        delete from ${sql.table(where)}
        where type = ${type} and id = ${id} and counted = ${counted}
      `.execute(queries);
    }
  await insertRows(
    queries,
    `${where} (type, id, counted, count)`,
    written,
    'on conflict (type, id, counted) do update set count = excluded.count',
  );
  return now;
}

/** An article has another record now, or none: somebody else may be the first to have its form. */
async function leaveForm(queries: Queries, { type, id, form, article }: RecordKey): Promise<void> {
  const same = sql`type = ${type} and id = ${id} and form = ${form}`;
  const { rows: found } = await sql<{ needed: number }>`
    select needed from forms where ${same} and first = ${article}
    and not exists (select 1 from records where ${same} and article = (${numbersOf([article])}))
  `.execute(queries);
  const [left] = found;
  if (left === undefined) return;
  const { rows } = await sql<{ first: string | null }>`
    select min(articles.id) as first from records join articles on articles.number = records.article
    where type = ${type} and records.id = ${id} and form = ${form}
  `.execute(queries);
  const first = rows[0]?.first ?? null;
  if (first === null) await sql`delete from forms where ${same}`.execute(queries);
  else await sql`update forms set first = ${first}, needed = 2 where ${same}`.execute(queries);
  // What it added, another form may add now that wasn't needed before.
  if (left.needed > 0)
    await sql`update forms set needed = 2 where type = ${type} and id = ${id}`.execute(queries);
}
