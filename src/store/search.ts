import { sql } from 'kysely';
import type { Phrase } from '../text/query.ts';
import { needleOf } from '../text/term-text.ts';
import { type Condition, isAnyOf } from './conditions.ts';
import type { Queries } from './connection.ts';
import { insertRows, runAmong } from './rows.ts';

/** A fact of some table as search knows it. */
export interface Searchable {
  fact: string;
  /** Null of what articles share. */
  article: string | null;
  /** Its words: see `toTermText`. */
  terms: string;
}

/** The same with its table. */
export interface Searched extends Searchable {
  type: string;
}

/** Puts facts of one table into the index, in place of what was there for them. */
export async function indexFacts(
  queries: Queries,
  type: string,
  facts: readonly Searchable[],
): Promise<void> {
  const rows = await runAmong<{ fact: string; terms: string }>(
    queries,
    'select fact, terms from search where type = ? and fact in',
    [type],
    facts.map(({ fact }) => fact),
  );
  const known = new Map(rows.map(({ fact, terms }) => [fact, terms]));
  const changed = facts.filter(({ fact, terms }) => known.get(fact) !== terms);
  await removeFacts(
    queries,
    type,
    changed.flatMap(({ fact }) => (known.has(fact) ? [fact] : [])),
  );
  await indexNewFacts(queries, type, changed);
}

/** The same for facts that aren't in the index. */
export async function indexNewFacts(
  queries: Queries,
  type: string,
  facts: readonly Searchable[],
): Promise<void> {
  const next = (await countSearched(queries)) + 1;
  const numbered = facts.map((fact, index) => ({ ...fact, id: next + index }));
  await insertRows(
    queries,
    'search (id, type, fact, article, terms)',
    numbered.map(({ id, fact, article, terms }) => [id, type, fact, article, terms]),
  );
  await insertRows(
    queries,
    'search_terms (rowid, terms, type)',
    numbered.map(({ id, terms }) => [id, terms, type]),
  );
}

export async function removeFacts(
  queries: Queries,
  type: string,
  facts: readonly string[],
): Promise<void> {
  await runAmong(queries, 'delete from search where type = ? and fact in', [type], facts);
}

/** Whether a row of `search` has all the phrases, without the index. */
export function hasPhrases(phrases: readonly Phrase[]): Condition {
  const found = phrases.map((phrase) => sql`instr(terms, ${needleOf(phrase)}) > 0`);
  return found.length === 0 ? sql`false` : sql`(${sql.join(found, sql` and `)})`;
}

/** The rows of `search` that have all the phrases, by the index; of these types, if any are given. */
export function matching(phrases: readonly Phrase[], types: readonly string[] = []) {
  // Nothing but letters, digits, marks and spaces stands between the quotation marks.
  const words = phrases.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`);
  const ofTypes = types.length === 0 ? '' : ` AND type : (${types.map(quoted).join(' OR ')})`;
  const match = `terms : (${words.join(' AND ')})${ofTypes}`;
  return phrases.length === 0
    ? sql<{ id: number }>`select id from search where false`
    : sql<{ id: number }>`select rowid as id from search_terms where search_terms match ${match}`;
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

export async function rememberTermsVersion(queries: Queries, version: number): Promise<void> {
  await sql`update state set terms_version = ${version}`.execute(queries);
}

/** What a search looks for, and where. */
export interface SearchRequest {
  phrases: readonly Phrase[];
  /** Only facts of these tables; of all where there are none. */
  types: readonly string[];
  /** Only facts of these articles; of all where there are none. */
  articles: readonly string[];
}

/** The facts that match, those that came last first; at most so many. */
export async function selectMatches(
  queries: Queries,
  request: SearchRequest,
  most: number,
): Promise<Searched[]> {
  const { rows } = await sql<Searched>`
    select type, fact, article, terms from search
    where id in (${matchesOf(request)} order by 1 desc limit ${most})
  `.execute(queries);
  return rows;
}

/** How many facts match; counting stops at `most`. */
export async function countFacts(
  queries: Queries,
  request: SearchRequest,
  most?: number,
): Promise<number> {
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${matchesOf(request)} ${limit})
  `.execute(queries);
  return rows[0]?.count ?? 0;
}

/** Articles have few facts, which are looked through; without them the index of words leads. */
function matchesOf({ phrases, types, articles }: SearchRequest) {
  if (articles.length === 0) return matching(phrases, types);
  const stated = isAnyOf('article')(articles);
  const ofTypes = types.length === 0 ? sql`` : sql`and ${isAnyOf('type')(types)}`;
  return sql<{ id: number }>`
    select id from search where id in (
      select id from search where ${stated}
      union
      select search.id from records join search on search.type = records.type and search.fact = records.id
      where ${isAnyOf('records.article')(articles)}
    ) ${ofTypes} and ${hasPhrases(phrases)}
  `;
}

/** How many facts there are, about: the greatest id. */
export async function countSearched(queries: Queries): Promise<number> {
  const { rows } = await sql<{ count: number | null }>`
    select max(id) as count from search
  `.execute(queries);
  return rows[0]?.count ?? 0;
}
