import { sql } from 'kysely';
import type { Queries } from './connection.ts';
import { selectPhrases } from './mentions.ts';
import { indexFact, removeFact } from './search.ts';

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

/** How the records of several articles become the one document that is served. */
export interface SharedTable {
  table: string;
  factType: string;
  merge(records: readonly string[], counts: Readonly<Record<string, number>>): string;
  /** Its words, from its document and the phrases that mention it. */
  toTerms(document: string, phrases: readonly string[]): string;
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
  for (const { table, id, kind, wikidata } of article.records) {
    const { rows } = await sql<{ article: string; kind: string; wikidata: string | null }>`
      select article, record ->> 'kind' as kind, record ->> 'wikidata' as wikidata
      from records where type = ${table} and id = ${id} and article <> ${article.id}
      order by article
    `.execute(queries);
    for (const other of rows) {
      const where = { table, id, article: other.article };
      if (other.kind !== kind)
        clashes.push({ ...where, field: 'kind', here: kind, there: other.kind });
      if (wikidata !== null && other.wikidata !== null && other.wikidata !== wikidata)
        clashes.push({ ...where, field: 'wikidata', here: wikidata, there: other.wikidata });
    }
  }
  for (const { table, id } of article.facts) {
    const { rows } = await sql<{ article: string }>`
      select article from ${sql.table(table)} where id = ${id} and article <> ${article.id}
    `.execute(queries);
    for (const other of rows)
      clashes.push({
        table,
        id,
        field: 'article',
        here: article.id,
        there: other.article,
        article: other.article,
      });
  }
  return clashes;
}

/**
 * Puts an article in place of what was stored under its id, within the caller's transaction.
 * @returns whether anything changed
 */
export async function storeArticle(
  queries: Queries,
  article: ArticleToStore,
  shared: readonly SharedTable[],
): Promise<boolean> {
  const { rows } = await sql<{ digest: string }>`
    select digest from articles where id = ${article.id}
  `.execute(queries);
  if (rows[0]?.digest === article.digest) return false;

  const before = await recordIds(queries, article.id);
  await sql`delete from articles where id = ${article.id}`.execute(queries);
  await sql`
    insert into articles (id, digest, document)
    values (${article.id}, ${article.digest}, ${article.document})
  `.execute(queries);
  for (const { table, id, document, terms } of article.facts) {
    await sql`insert into ${sql.table(table)} (id, document) values (${id}, ${document})`.execute(
      queries,
    );
    await indexFact(queries, { type: table, fact: id, article: article.id, terms });
  }
  for (const { table, id, document } of article.records)
    await sql`
      insert into records (type, id, article, record)
      values (${table}, ${id}, ${article.id}, ${document})
    `.execute(queries);
  for (const { id, document } of article.mentions)
    await sql`insert into mentions (id, document) values (${id}, ${document})`.execute(queries);
  for (const fact of [...article.facts, ...article.records])
    await storeLinks(queries, article, fact);

  const after = await recordIds(queries, article.id);
  for (const table of shared) {
    const ids = new Set(
      [...before, ...after].filter((it) => it.type === table.table).map((it) => it.id),
    );
    for (const id of ids) await refreshShared(queries, table, id);
  }
  await sql`update state set revision = revision + 1`.execute(queries);
  return true;
}

async function storeLinks(queries: Queries, article: ArticleToStore, fact: FactToStore) {
  for (const { relation, target, targetType, role = '' } of fact.links)
    await sql`
      insert into links (fact_type, relation, target, fact, role, target_type, article)
      values (${fact.factType}, ${relation}, ${target}, ${fact.id}, ${role}, ${targetType}, ${article.id})
      on conflict do nothing
    `.execute(queries);
}

async function recordIds(queries: Queries, article: string) {
  const { rows } = await sql<{ type: string; id: string }>`
    select type, id from records where article = ${article}
  `.execute(queries);
  return rows;
}

/** Makes the served document of a shared fact anew from all articles, or removes it with the last one. */
async function refreshShared(queries: Queries, table: SharedTable, id: string): Promise<void> {
  const { rows: records } = await sql<{ record: string }>`
    select record from records where type = ${table.table} and id = ${id} order by article
  `.execute(queries);
  if (records.length === 0) {
    await sql`delete from ${sql.table(table.table)} where id = ${id}`.execute(queries);
    await removeFact(queries, table.table, id);
    return;
  }
  const counts = { ...(await countFacts(queries, table, id)), articles: records.length };
  const document = table.merge(
    records.map((row) => row.record),
    counts,
  );
  await sql`
    insert into ${sql.table(table.table)} (id, document) values (${id}, ${document})
    on conflict (id) do update set document = excluded.document
  `.execute(queries);
  const phrases = await selectPhrases(queries, table.factType, id);
  const terms = table.toTerms(document, phrases);
  await indexFact(queries, { type: table.table, fact: id, article: null, terms });
}

async function countFacts(queries: Queries, { table, factType }: SharedTable, id: string) {
  const { rows } = await sql<{ type: string; count: number }>`
    select fact_type as type, count(distinct fact) as count
    from links where target_type = ${table} and target = ${id} group by fact_type
    union all
    select 'mention', count(*) from mentions where fact = ${id} and fact_type = ${factType}
  `.execute(queries);
  return Object.fromEntries(rows.map((row) => [row.type, row.count]));
}
