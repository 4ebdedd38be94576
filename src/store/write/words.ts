import { sql } from 'kysely';
import type { Queries } from '../connection.ts';

/** Facts whose words aren't in the index: by table, ranges of numbers, the end exclusive. */
export type Unindexed = Map<string, [from: number, to: number][]>;

export function noteUnindexed(unindexed: Unindexed, table: string, from: number, to: number): void {
  const ranges = unindexed.get(table) ?? [];
  unindexed.set(table, ranges);
  const last = ranges.at(-1);
  if (last?.[1] === from) last[1] = to;
  else ranges.push([from, to]);
}

/**
 * Puts their words into the index. All at once and in the order of the numbers: whatever else is run in
 * between, and every number that is less than the last, makes the engine write out what waits in its
 * memory as a piece of the index, and pieces have to be merged.
 */
export async function indexWords(queries: Queries, unindexed: Unindexed): Promise<void> {
  if (unindexed.size === 0) return;
  const rows = [...unindexed].map(
    ([table, ranges]) => sql`
      select facts.number, facts.terms, ${sql.lit(table)} as type
      from json_each(${JSON.stringify(ranges)}) as ranges cross join ${sql.table(table)} as facts
      on facts.number >= ranges.value ->> 0 and facts.number < ranges.value ->> 1`,
  );
  unindexed.clear();
  const { numAffectedRows = 0n } = await sql`
    insert into search_terms (rowid, terms, type)
    select number, terms, type from (${sql.join(rows, sql` union all `)}) order by number
  `.execute(queries);
  await sql`update state set facts = facts + ${Number(numAffectedRows)}`.execute(queries);
}

/** Takes what is there for facts out of the index. */
export async function forgetWords(queries: Queries, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const { numAffectedRows = 0n } = await sql`
    delete from search_terms where rowid in (select value from json_each(${JSON.stringify(numbers)}))
  `.execute(queries);
  await sql`update state set facts = facts - ${Number(numAffectedRows)}`.execute(queries);
}

/** Gives facts that are stored other words. */
export async function changeWords(
  queries: Queries,
  table: string,
  facts: readonly { id: string; terms: string }[],
): Promise<void> {
  const changed: number[] = [];
  const unindexed: Unindexed = new Map();
  for (const { id, terms } of facts) {
    const { rows } = await sql<{ number: number }>`
      update ${sql.table(table)} set terms = ${terms} where id = ${id} returning number
    `.execute(queries);
    for (const { number } of rows) {
      changed.push(number);
      noteUnindexed(unindexed, table, number, number + 1);
    }
  }
  await forgetWords(queries, changed);
  await indexWords(queries, unindexed);
}

export async function rememberTermsVersion(queries: Queries, version: number): Promise<void> {
  await sql`update state set terms_version = ${version}`.execute(queries);
}
