import { sql } from 'kysely';
import { type ArticleToStore, byTable } from './article.ts';
import {
  type Clash,
  createOverlaps,
  findClashes,
  type Meanings,
  type Overlaps,
} from './clashes.ts';
import type { Queries } from './connection.ts';
import { insertRows } from './rows.ts';
import { indexNewFacts } from './search.ts';
import {
  countDue,
  type DueChanges,
  noChanges,
  noteCount,
  type RecordKey,
  type SharedTable,
  settleChanges,
} from './shared.ts';

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

/** So many shared facts at most wait for being brought up to date: it takes memory to know what they wait for. */
const mostDue = 30_000;

export function beginStoring(shared: readonly SharedTable[], author: string | null): Storing {
  let due = noChanges(shared);
  let unsettled: Meanings = new Map();
  return {
    async store(queries, articles) {
      const outcomes = await storeArticles(queries, articles, due, createOverlaps(unsettled));
      if (countDue(due) > mostDue) await settle(queries);
      return outcomes;
    },
    settle,
  };

  async function settle(queries: Queries): Promise<void> {
    await settleChanges(queries, due, author);
    due = noChanges(shared);
    unsettled = new Map();
  }
}

async function storeArticles(
  queries: Queries,
  articles: readonly ArticleToStore[],
  due: DueChanges,
  overlaps: Overlaps,
): Promise<(Effect | Clash[])[]> {
  const suspects = await findClashes(queries, articles, 'documents');
  let waiting: ArticleToStore[] = [];
  const outcomes: (Effect | Clash[])[] = [];
  for (const article of articles) {
    // What depends on articles before it is asked when those are stored.
    if (suspects.has(article) || overlaps.has(article)) {
      await insertArticles(queries, waiting);
      waiting = [];
      const clashes = (await findClashes(queries, [article], 'forms')).get(article);
      if (clashes !== undefined) {
        outcomes.push(clashes);
        continue;
      }
    }
    const { rows } = await sql<{ digest: string }>`
      select digest from articles where id = ${article.id}
    `.execute(queries);
    const effect = effectOn(rows[0]?.digest, article.digest);
    outcomes.push(effect);
    if (effect === 'unchanged') continue;
    if (rows.length > 0) await takeOut(queries, article.id, due);
    due.changes.push({ kind: 'put', article: article.id });
    waiting.push(article);
    noteAdded(article, due);
    overlaps.note(article);
  }
  await insertArticles(queries, waiting);
  return outcomes;
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
  const due = noChanges(shared);
  const removed = await takeOut(queries, article, due);
  if (removed) due.changes.push({ kind: 'delete', article });
  await settleChanges(queries, due, author);
  return removed;
}

/** Table by table and in the order of the keys: inserting at one place after the other is what costs. */
async function insertArticles(
  queries: Queries,
  articles: readonly ArticleToStore[],
): Promise<void> {
  await insertRows(
    queries,
    'articles (id, digest, document, bundle)',
    articles.map(({ id, digest, document, bundle }) => [id, digest, document, bundle]),
  );
  const facts = articles.flatMap((it) => it.facts.map((fact) => ({ ...fact, article: it.id })));
  for (const [table, rows] of byTable(facts)) {
    await insertRows(
      queries,
      `${table} (id, document)`,
      inOrder(rows.map(({ id, document }) => [id, document])),
    );
    await indexNewFacts(
      queries,
      table,
      rows.map(({ id, article, terms }) => ({ fact: id, article, terms })),
    );
  }
  await insertRows(
    queries,
    'mentions (id, document)',
    inOrder(articles.flatMap((it) => it.mentions.map(({ id, document }) => [id, document]))),
  );
  await insertRecords(queries, articles);
  await insertLinks(queries, articles);
}

async function insertRecords(queries: Queries, articles: readonly ArticleToStore[]) {
  const records = articles.flatMap((it) =>
    it.records.map((record) => ({ ...record, article: it.id })),
  );
  await insertRows(
    queries,
    'records (article, type, id, form)',
    inOrder(records.map(({ table, id, form, article }) => [article, table, id, form])),
  );
  const forms = new Map<string, string[]>();
  for (const { table, id, form, document, article } of records) {
    const first = forms.get(`${table}/${id}/${form}`)?.[4];
    if (first === undefined || article < first)
      forms.set(`${table}/${id}/${form}`, [table, id, form, document, article]);
  }
  // A form that has an earlier article than before comes earlier in the order of merging.
  await insertRows(
    queries,
    'forms (type, id, form, record, first, needed)',
    inOrder([...forms.values()]).map((form) => [...form, 2]),
    `on conflict (type, id, form) do update set first = excluded.first, needed = 2
    where excluded.first < forms.first`,
  );
}

async function insertLinks(queries: Queries, articles: readonly ArticleToStore[]) {
  const links = articles.flatMap(({ id: article, facts, records }) =>
    [...facts, ...records].flatMap(({ factType, id, links }) =>
      links.map(({ relation, target, targetType, role = '' }) => [
        article,
        id,
        factType,
        relation,
        target,
        role,
        targetType,
      ]),
    ),
  );
  await insertRows(
    queries,
    'links (article, fact, fact_type, relation, target, role, target_type)',
    inOrder(links),
    'on conflict do nothing',
  );
}

function inOrder<Row extends readonly string[]>(rows: Row[]): Row[] {
  return rows.sort((left, right) => {
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  });
}

async function takeOut(queries: Queries, article: string, due: DueChanges): Promise<boolean> {
  const { rows: records } = await sql<RecordKey>`
    select type, id, form, article from records where article = ${article}
  `.execute(queries);
  await noteTaken(queries, article, records, due);
  const { numAffectedRows } = await sql`delete from articles where id = ${article}`.execute(
    queries,
  );
  if (numAffectedRows === 0n) return false;
  due.left.push(...records);
  return true;
}

function noteAdded({ facts, records }: ArticleToStore, due: DueChanges): void {
  for (const { table, id, phrases } of records) {
    noteCount(due.tallies, table, id, 'article', 1);
    noteCount(due.tallies, table, id, 'mention', phrases.length);
    for (const phrase of phrases) noteCount(due.phrases, table, id, phrase, 1);
  }
  const shared = new Set(due.shared.map(({ table }) => table));
  for (const { factType, links } of facts) {
    const targets = links.filter(({ targetType }) => shared.has(targetType));
    // As what it refers to something, and how often, doesn't matter: it counts once.
    const seen = new Set<string>();
    for (const { targetType: type, target: id } of targets) {
      if (seen.has(`${type}/${id}`)) continue;
      seen.add(`${type}/${id}`);
      noteCount(due.tallies, type, id, factType, 1);
    }
  }
}

/** The opposite of what was noted when the article was added. */
async function noteTaken(
  queries: Queries,
  article: string,
  records: readonly RecordKey[],
  due: DueChanges,
): Promise<void> {
  for (const { type, id } of records) noteCount(due.tallies, type, id, 'article', -1);
  const tables = new Map(due.shared.map(({ table, factType }) => [factType, table]));
  const { rows: mentions } = await sql<{ factType: string; id: string; exact: string }>`
    select fact_type as "factType", fact as id, exact from mentions where article = ${article}
  `.execute(queries);
  for (const { factType, id, exact } of mentions) {
    const type = tables.get(factType);
    if (type === undefined) continue;
    noteCount(due.tallies, type, id, 'mention', -1);
    noteCount(due.phrases, type, id, exact, -1);
  }
  const { rows: references } = await sql<{
    type: string;
    id: string;
    factType: string;
    count: number;
  }>`
    select target_type as type, target as id, fact_type as "factType", count(distinct fact) as count
    from links where article = ${article} group by target_type, target, fact_type
  `.execute(queries);
  const shared = new Set(tables.values());
  for (const { type, id, factType, count } of references)
    if (shared.has(type) && !tables.has(factType))
      noteCount(due.tallies, type, id, factType, -count);
}
