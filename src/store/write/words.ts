import { sql } from 'kysely';
import type { Reading } from '../read/reading.ts';
import type { Writing } from './writing.ts';

/** Facts whose words are to be put into the index. */
export interface WordsToIndex {
  /** The facts of a table with these numbers, the end exclusive. */
  note(table: string, from: number, to: number): void;
  /**
   * Puts the words of all that were noted into the index. All at once and in the order of the numbers:
   * whatever else is run in between, and every number that is less than the last, makes the engine write
   * out what waits in its memory as a piece of the index, and pieces have to be merged.
   */
  index(writing: Writing): Promise<void>;
}

export function createWordsToIndex(): WordsToIndex {
  const noted = new Map<string, [from: number, to: number][]>();
  return {
    note(table, from, to) {
      const ranges = noted.getOrInsertComputed(table, () => []);
      const last = ranges.at(-1);
      if (last?.[1] === from) last[1] = to;
      else ranges.push([from, to]);
    },
    async index(writing) {
      if (noted.size === 0) return;
      const rows = [...noted].map(
        ([table, ranges]) => sql`
          select facts.number, facts.terms, ${sql.lit(table)} as type
          from json_each(${JSON.stringify(ranges)}) as ranges cross join ${sql.table(table)} as facts
          on facts.number >= ranges.value ->> 0 and facts.number < ranges.value ->> 1`,
      );
      noted.clear();
      const { numAffectedRows = 0n } = await sql`
        insert into search_terms (rowid, terms, type)
        select number, terms, type from (${sql.join(rows, sql` union all `)}) order by number
      `.execute(writing);
      await sql`update state set facts = facts + ${Number(numAffectedRows)}`.execute(writing);
    },
  };
}

/** Takes what is there for facts out of the index. */
export async function forgetWords(writing: Writing, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const { numAffectedRows = 0n } = await sql`
    delete from search_terms where rowid in (select value from json_each(${JSON.stringify(numbers)}))
  `.execute(writing);
  await sql`update state set facts = facts - ${Number(numAffectedRows)}`.execute(writing);
}

/**
 * By which version of the rules the words of a database were made; null where it has no articles, so that
 * there is nothing to make.
 */
export async function selectTermsVersion(reading: Reading): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    select terms_version as version from state where exists (select 1 from articles)
  `.execute(reading);
  return rows[0]?.version ?? null;
}

export async function rememberTermsVersion(writing: Writing, version: number): Promise<void> {
  await sql`update state set terms_version = ${version}`.execute(writing);
}

/** So many facts get other words together. */
const mostTogether = 500;

/** Makes the words of all facts of a table anew, from their documents and the phrases that state them. */
export async function remakeWords(
  writing: Writing,
  { table, factType }: { table: string; factType: string },
  toTerms: (document: string, phrases: readonly string[]) => string,
): Promise<void> {
  for (let last = -1; ; ) {
    const { rows } = await sql<{ number: number; document: string; phrases: string }>`
      select number, document, (
        select json_group_array(distinct exact order by exact) from anchors
        where fact = facts.id and fact_type = ${factType} and role = 'content'
      ) as phrases
      from ${sql.table(table)} as facts where number > ${last} order by number limit ${mostTogether}
    `.execute(writing);
    const words = createWordsToIndex();
    for (const { number, document, phrases } of rows) {
      const terms = toTerms(document, JSON.parse(phrases));
      await sql`
        update ${sql.table(table)} set terms = ${terms} where number = ${number}
      `.execute(writing);
      words.note(table, number, number + 1);
      last = number;
    }
    await forgetWords(
      writing,
      rows.map(({ number }) => number),
    );
    await words.index(writing);
    if (rows.length < mostTogether) return;
  }
}
