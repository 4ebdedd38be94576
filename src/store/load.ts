import { sql } from 'kysely';
import { type AddedCounts, type ArticleToStore, mostPlaces } from './article.ts';
import {
  type Clash,
  createOverlaps,
  findClashes,
  type Meanings,
  type Overlaps,
} from './clashes.ts';
import { isOfArticle, numbersOf } from './conditions.ts';
import type { Queries } from './connection.ts';
import {
  beginChanges,
  countDue,
  type DueChanges,
  noteCount,
  type RecordKey,
  type SharedTable,
} from './due.ts';
import { insertArticles, type NumberedArticle } from './insert.ts';
import { runAmong } from './rows.ts';
import { settleChanges } from './settle.ts';
import { indexWords } from './write/words.ts';

/** What storing an article did. */
export type Effect = 'new' | 'changed' | 'unchanged';

/** Storing articles within one transaction, in as many goes as need be. */
export interface Storing {
  /**
   * Puts articles in place of what was stored under their ids, one after the other. One that contradicts
   * another article is left out.
   * @returns of each article what it did, or what contradicts it
   */
  store(queries: Queries, articles: readonly ArticleToStore[]): Promise<(Effect | Clash[])[]>;
  /** Brings what articles share up to date; to be called at the end. */
  settle(queries: Queries): Promise<void>;
}

/** The words of about so many articles at most wait for being indexed. */
const mostUnindexed = 2000;
/** So many shared facts at most wait for being brought up to date: it takes memory to know what they wait for. */
const mostDue = 30_000;

/** @param distinct no id of the articles and their own facts comes twice, or is stored already */
export function beginStoring(
  shared: readonly SharedTable[],
  author: string | null,
  distinct: boolean,
): Storing {
  let due: DueChanges | undefined;
  let unsettled: Meanings = new Map();
  let unindexed = 0;
  return {
    async store(queries, articles) {
      due ??= await beginChanges(queries, shared);
      const outcomes = await storeArticles(queries, articles, {
        due,
        overlaps: createOverlaps(unsettled),
        distinct,
      });
      // Together, that takes less.
      unindexed += articles.length;
      if (unindexed > mostUnindexed) {
        await indexWords(queries, due.unindexed);
        unindexed = 0;
      }
      if (countDue(due) > mostDue) await settle(queries);
      return outcomes;
    },
    settle,
  };

  async function settle(queries: Queries): Promise<void> {
    if (due !== undefined) await settleChanges(queries, due, author);
    due = undefined;
    unsettled = new Map();
  }
}

async function storeArticles(
  queries: Queries,
  articles: readonly ArticleToStore[],
  { due, overlaps, distinct }: { due: DueChanges; overlaps: Overlaps; distinct: boolean },
): Promise<(Effect | Clash[])[]> {
  const suspects = await findClashes(queries, articles, { from: 'documents', distinct });
  const known = await selectKnown(queries, articles);
  let next = await selectNextNumber(queries);
  let waiting: NumberedArticle[] = [];
  const outcomes: (Effect | Clash[])[] = [];
  for (const article of articles) {
    // What depends on articles before it is asked when those are stored.
    if (suspects.has(article) || overlaps.has(article)) {
      await insertArticles(queries, waiting, due);
      waiting = [];
      const clashes = (await findClashes(queries, [article], { from: 'forms', distinct })).get(
        article,
      );
      if (clashes !== undefined) {
        outcomes.push(clashes);
        continue;
      }
    }
    const before = known.get(article.id);
    const effect = effectOn(before?.digest, article.digest);
    outcomes.push(effect);
    if (effect === 'unchanged') continue;
    if (before !== undefined) await takeOut(queries, article.id, due);
    // It keeps its place among the articles.
    const number = before?.number ?? next++;
    known.set(article.id, { number, digest: article.digest });
    due.changes.push({ kind: 'put', article: article.id });
    const revision = due.revision + due.changes.length;
    waiting.push({ ...article, number, revision, modified: due.time });
    noteAdded(article, due);
    overlaps.note(article);
  }
  await insertArticles(queries, waiting, due);
  return outcomes;
}

/** By id, what is stored of the articles. */
async function selectKnown(queries: Queries, articles: readonly ArticleToStore[]) {
  const rows = await runAmong<{ id: string; number: number; digest: string }>(
    queries,
    'select id, number, digest from articles where id in',
    [],
    articles.map(({ id }) => id),
  );
  return new Map(rows.map(({ id, number, digest }) => [id, { number, digest }]));
}

async function selectNextNumber(queries: Queries): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from articles
  `.execute(queries);
  return (rows[0]?.last ?? 0) + 1;
}

function effectOn(before: string | undefined, digest: string): Effect {
  if (before === undefined) return 'new';
  return before === digest ? 'unchanged' : 'changed';
}

/**
 * Removes an article with everything it states, within the caller's transaction.
 * @returns whether it was there
 */
export async function removeArticle(
  queries: Queries,
  article: string,
  shared: readonly SharedTable[],
  author: string | null,
): Promise<boolean> {
  const due = await beginChanges(queries, shared);
  const removed = await takeOut(queries, article, due);
  if (removed) due.changes.push({ kind: 'delete', article });
  await settleChanges(queries, due, author);
  return removed;
}

async function takeOut(queries: Queries, article: string, due: DueChanges): Promise<boolean> {
  const { rows: records } = await sql<Omit<RecordKey, 'article'>>`
    select type, id, form from records where article = (${numbersOf([article])})
  `.execute(queries);
  // What is taken out of the index has to be there.
  await indexWords(queries, due.unindexed);
  await noteTaken(queries, article, records, due);
  const { numAffectedRows } = await sql`delete from articles where id = ${article}`.execute(
    queries,
  );
  if (numAffectedRows === 0n) return false;
  for (const record of records) due.left.push({ ...record, article });
  return true;
}

function noteAdded({ counts }: ArticleToStore, due: DueChanges): void {
  const { tallies, phrases }: AddedCounts = JSON.parse(counts);
  for (const tally of tallies) noteCount(due.tallies, tally);
  for (const phrase of phrases) noteCount(due.phrases, phrase);
}

/** The opposite of what was noted when the article was added. */
async function noteTaken(
  queries: Queries,
  article: string,
  records: readonly Pick<RecordKey, 'type' | 'id'>[],
  due: DueChanges,
): Promise<void> {
  for (const { type, id } of records) noteCount(due.tallies, [type, id, 'article', -1]);
  const tables = new Map(due.shared.map(({ table, factType }) => [factType, table]));
  const { rows: mentions } = await sql<{ factType: string; id: string; exact: string }>`
    select fact_type as "factType", fact as id, exact from anchors where ${isOfArticle('anchors')([article])}
  `.execute(queries);
  for (const { factType, id, exact } of mentions) {
    const type = tables.get(factType);
    if (type === undefined) continue;
    noteCount(due.tallies, [type, id, 'mention', -1]);
    noteCount(due.phrases, [type, id, exact, -1]);
  }
  const from = sql`(${numbersOf([article])}) * ${mostPlaces}`;
  const { rows: references } = await sql<{
    type: string;
    id: string;
    factType: string;
    count: number;
  }>`
    select target_type as type, target as id, fact_type as "factType", count(distinct fact) as count
    from links where fact >= ${from} and fact < ${from} + ${mostPlaces}
    group by target_type, target, fact_type
  `.execute(queries);
  const shared = new Set(tables.values());
  for (const { type, id, factType, count } of references)
    if (shared.has(type)) noteCount(due.tallies, [type, id, factType, -count]);
}
