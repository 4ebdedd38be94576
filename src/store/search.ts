import { type RawBuilder, sql } from 'kysely';
import type { Phrase } from '../text/query.ts';
import { needleOf } from '../text/term-text.ts';
import { articleOf, type Condition, isOfArticle, isRecordedIn } from './conditions.ts';
import type { Queries } from './connection.ts';

/** Whether a fact has all the phrases, without the index. */
export function hasPhrases(phrases: readonly Phrase[]): Condition {
  const found = phrases.map((phrase) => sql`instr(terms, ${needleOf(phrase)}) > 0`);
  return found.length === 0 ? sql`false` : sql`(${sql.join(found, sql` and `)})`;
}

/** The numbers of the facts that have all the phrases, by the index; of these tables, if any are given. */
export function matching(phrases: readonly Phrase[], tables: readonly string[] = []) {
  // Nothing but letters, digits, marks and spaces stands between the quotation marks.
  const words = phrases.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`);
  const ofTables =
    tables.length === 0 ? '' : ` AND type : (${tables.map((table) => quoted(table)).join(' OR ')})`;
  const match = `terms : (${words.join(' AND ')})${ofTables}`;
  return phrases.length === 0
    ? sql<{ number: number }>`select 0 as number where false`
    : sql<{
        number: number;
      }>`select rowid as number from search_terms where search_terms match ${match}`;
}

function quoted(word: string): string {
  return `"${word}"`;
}

/** Which making of terms the index holds. */
export async function termsVersion(queries: Queries): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select terms_version as version from state
  `.execute(queries);
  return rows[0]?.version ?? 0;
}

/** A fact that was found. */
export interface Found {
  /** Its table. */
  type: string;
  /** Its id. */
  fact: string;
  /** Null of what articles share. */
  article: string | null;
  terms: string;
}

/** What a search looks for, and where. */
export interface SearchRequest {
  phrases: readonly Phrase[];
  /** The tables of all facts. */
  tables: readonly string[];
  /** Only facts of these tables; of all where there are none. */
  types: readonly string[];
  /** Only facts of these articles; of all where there are none. */
  articles: readonly string[];
}

/** The facts that match, those that are shared and then those that came last first; at most so many. */
export async function selectMatches(
  queries: Queries,
  request: SearchRequest,
  most: number,
): Promise<Found[]> {
  const tables = request.types.length === 0 ? request.tables : request.types;
  const found = tables.map(
    (table) => sql`
      select ${sql.lit(table)} as type, facts.id as fact, articles.id as article, facts.terms
      from hits join ${sql.table(table)} as facts on facts.number = hits.number
      left join articles on articles.number = ${articleOf(sql`hits.number`)}`,
  );
  const { rows } = await sql<Found>`
    with hits as materialized (${matchesOf(request)} order by 1 desc limit ${most})
    ${sql.join(found, sql` union all `)}
  `.execute(queries);
  return rows;
}

/** How many facts match; counting stops at `most`. */
export function countFacts(
  queries: Queries,
  request: SearchRequest,
  most?: number,
): Promise<number> {
  return countNumbers(queries, matchesOf(request), most);
}

/** How many facts of these tables, or of all, have the phrases; counting stops at `most`. */
export function countMatching(
  queries: Queries,
  phrases: readonly Phrase[],
  tables: readonly string[],
  most: number,
): Promise<number> {
  return countNumbers(queries, matching(phrases, tables), most);
}

async function countNumbers(queries: Queries, numbers: RawBuilder<unknown>, most?: number) {
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${numbers} ${limit})
  `.execute(queries);
  return rows[0]?.count ?? 0;
}

/** Articles have few facts, which are looked through; without them the index of words leads. */
function matchesOf({ phrases, tables, types, articles }: SearchRequest): RawBuilder<unknown> {
  if (articles.length === 0) return matching(phrases, types);
  const stated = (types.length === 0 ? tables : types).flatMap((table) =>
    [isOfArticle(table), isRecordedIn(table)].map(
      (where) => sql`
        select number from ${sql.table(table)} where ${where(articles)} and ${hasPhrases(phrases)}`,
    ),
  );
  return sql`select number from (${sql.join(stated, sql` union all `)})`;
}

/** How many facts the index has. */
export async function countSearched(queries: Queries): Promise<number> {
  const { rows } = await sql<{ count: number }>`select facts as count from state`.execute(queries);
  return rows[0]?.count ?? 0;
}
