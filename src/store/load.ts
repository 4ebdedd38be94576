import { sql } from 'kysely';
import type { Queries } from './connection.ts';
import { insertRows, selectAmong } from './rows.ts';
import { indexFacts } from './search.ts';
import { type DueChanges, noteCount, type RecordKey } from './shared.ts';

/** A reference from a fact to another, as what. */
export interface Link {
  relation: string;
  targetType: string;
  target: string;
  role?: string;
}

interface FactToStore {
  table: string;
  factType: string;
  id: string;
  document: string;
  links: readonly Link[];
}

/** An article's record of something shared by all articles. */
interface RecordToStore extends FactToStore {
  /** What it is known by among the records of the same fact: equal records have equal forms. */
  form: string;
  /** The words of the article that mention it. */
  phrases: readonly string[];
  wikidata: string | null;
  kind: string;
}

/** One article with everything it states, ready to be stored. */
export interface ArticleToStore {
  id: string;
  digest: string;
  document: string;
  facts: readonly (FactToStore & { terms: string })[];
  records: readonly RecordToStore[];
  mentions: readonly { id: string; document: string }[];
}

/** Two articles disagree on what an id means. */
export interface Clash {
  table: string;
  id: string;
  field: 'kind' | 'wikidata' | 'article';
  /** What the bundle at hand says, and what is stored already, by which article. */
  here: string;
  there: string;
  article: string;
}

/** What of it contradicts other articles; empty where it may be stored. */
export async function findClashes(queries: Queries, article: ArticleToStore): Promise<Clash[]> {
  const clashes: Clash[] = [];
  for (const [table, records] of byTable(article.records)) {
    // The forms that merging needs say all there is to say; which article says so is asked in need.
    const known = await selectAmong<{ id: string; kind: string; wikidata: string | null }>(
      queries,
      `select id, record ->> 'kind' as kind, record ->> 'wikidata' as wikidata
      from forms where type = ? and needed > 0 and id in`,
      [table],
      records.map(({ id }) => id),
    );
    const suspect = new Set<string>();
    const stated = new Map(records.map((record) => [record.id, record]));
    for (const { id, kind, wikidata } of known) {
      const here = stated.get(id);
      if (kind !== here?.kind || differ(wikidata, here.wikidata)) suspect.add(id);
    }
    for (const record of records)
      if (suspect.has(record.id))
        clashes.push(...(await findRecordClashes(queries, article, record)));
  }
  for (const [table, facts] of byTable(article.facts)) {
    const ids = facts.map(({ id }) => id);
    const taken = await selectAmong<{ id: string; article: string }>(
      queries,
      `select id, article from ${table} where article <> ? and id in`,
      [article.id],
      ids,
    );
    const owners = new Map(taken.map((row) => [row.id, row.article]));
    for (const id of ids) {
      const there = owners.get(id);
      if (there !== undefined)
        clashes.push({ table, id, field: 'article', here: article.id, there, article: there });
    }
  }
  return clashes;
}

/** Of each field the first article that has another value. */
async function findRecordClashes(
  queries: Queries,
  article: ArticleToStore,
  { table, id, kind, wikidata }: RecordToStore,
): Promise<Clash[]> {
  const { rows } = await sql<{ article: string; kind: string; wikidata: string | null }>`
    select article, record ->> 'kind' as kind, record ->> 'wikidata' as wikidata
    from records join forms using (type, id, form)
    where type = ${table} and id = ${id} and article <> ${article.id}
    order by article
  `.execute(queries);
  const otherKind = rows.find((row) => row.kind !== kind);
  const otherItem = rows.find((row) => differ(row.wikidata, wikidata));
  const clashes: Clash[] = [];
  if (otherKind !== undefined)
    clashes.push({
      table,
      id,
      field: 'kind',
      here: kind,
      there: otherKind.kind,
      article: otherKind.article,
    });
  if (otherItem !== undefined)
    clashes.push({
      table,
      id,
      field: 'wikidata',
      here: wikidata ?? '',
      there: otherItem.wikidata ?? '',
      article: otherItem.article,
    });
  return clashes;
}

function differ(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right;
}

/**
 * Puts an article in place of what was stored under its id, within the caller's transaction, before
 * whose end the changes that are due have to be settled.
 * @returns whether anything changed
 */
export async function storeArticle(
  queries: Queries,
  article: ArticleToStore,
  due: DueChanges,
): Promise<boolean> {
  const { rows } = await sql<{ digest: string }>`
    select digest from articles where id = ${article.id}
  `.execute(queries);
  if (rows[0]?.digest === article.digest) return false;
  if (rows.length > 0) await removeArticle(queries, article.id, due);

  await sql`
    insert into articles (id, digest, document)
    values (${article.id}, ${article.digest}, ${article.document})
  `.execute(queries);
  for (const [table, facts] of byTable(article.facts)) {
    await insertRows(
      queries,
      `${table} (id, document)`,
      facts.map(({ id, document }) => [id, document]),
    );
    await indexFacts(
      queries,
      table,
      facts.map(({ id, terms }) => ({ fact: id, article: article.id, terms })),
    );
  }
  await storeRecords(queries, article);
  await insertRows(
    queries,
    'mentions (id, document)',
    article.mentions.map(({ id, document }) => [id, document]),
  );
  await storeLinks(queries, article);
  noteAdded(article, due);
  due.articles++;
  return true;
}

/**
 * Removes an article with everything it states, within the caller's transaction, before whose end the
 * changes that are due have to be settled.
 * @returns whether it was there
 */
export async function removeArticle(
  queries: Queries,
  article: string,
  due: DueChanges,
): Promise<boolean> {
  const { rows: records } = await sql<RecordKey>`
    select type, id, form, article from records where article = ${article}
  `.execute(queries);
  await noteTaken(queries, article, records, due);
  const { numAffectedRows } = await sql`delete from articles where id = ${article}`.execute(
    queries,
  );
  if (numAffectedRows === 0n) return false;
  due.left.push(...records);
  due.articles++;
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

async function storeRecords(queries: Queries, { id: article, records }: ArticleToStore) {
  await insertRows(
    queries,
    'records (type, id, form, article)',
    records.map(({ table, id, form }) => [table, id, form, article]),
  );
  // A form that has an earlier article than before comes earlier in the order of merging.
  await insertRows(
    queries,
    'forms (type, id, form, record, first, needed)',
    records.map(({ table, id, form, document }) => [table, id, form, document, article, 2]),
    `on conflict (type, id, form) do update set first = excluded.first, needed = 2
    where excluded.first < forms.first`,
  );
}

async function storeLinks(queries: Queries, { id: article, facts, records }: ArticleToStore) {
  await insertRows(
    queries,
    'links (fact_type, relation, target, fact, role, target_type, article)',
    [...facts, ...records].flatMap(({ factType, id, links }) =>
      links.map(({ relation, target, targetType, role = '' }) => [
        factType,
        relation,
        target,
        id,
        role,
        targetType,
        article,
      ]),
    ),
    'on conflict do nothing',
  );
}

function byTable<Fact extends FactToStore>(facts: readonly Fact[]): Map<string, Fact[]> {
  const tables = new Map<string, Fact[]>();
  for (const fact of facts) {
    const rows = tables.get(fact.table) ?? [];
    rows.push(fact);
    tables.set(fact.table, rows);
  }
  return tables;
}
