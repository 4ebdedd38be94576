import { sql } from 'kysely';
import { type ArticleToStore, placeBits, type RecordToStore } from './article.ts';
import type { Queries } from './connection.ts';
import { runAmong } from './rows.ts';

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

interface Meaning {
  kind: string;
  wikidata: string | null;
}

interface StoredMeaning extends Meaning {
  id: string;
}

/**
 * What of each article contradicts what other articles have stored; articles that may be stored are left out.
 * @param from where to look for what is stored: `documents` have it at hand, but only of what is settled
 * @param distinct no id of their own facts is stored already
 */
export async function findClashes(
  queries: Queries,
  articles: readonly ArticleToStore[],
  { from, distinct }: { from: 'documents' | 'forms'; distinct: boolean },
): Promise<Map<ArticleToStore, Clash[]>> {
  const found = new Map<ArticleToStore, Clash[]>();
  const meanings = await selectMeanings(queries, articles, from);
  const owners = distinct ? null : await selectOwners(queries, articles);
  for (const article of articles) {
    const clashes: Clash[] = [];
    for (const record of article.records)
      if (meanings.get(keyOf(record))?.some((meaning) => disagree(meaning, record)))
        clashes.push(...(await findRecordClashes(queries, article, record)));
    for (const { table, ids } of article.facts)
      for (const id of ids) {
        const there = owners?.get(table)?.get(id);
        if (there !== undefined && there !== article.id)
          clashes.push({ table, id, field: 'article', here: article.id, there, article: there });
      }
    if (clashes.length > 0) found.set(article, clashes);
  }
  return found;
}

/** By table and id, what articles say an actor or place is. */
export type Meanings = Map<string, Meaning>;

/** Of articles that are about to be stored together: whether one bears on what another may say. */
export interface Overlaps {
  /** Whether an article that was noted has the same id, one of its facts, or other ideas of an actor or place. */
  has(article: ArticleToStore): boolean;
  note(article: ArticleToStore): void;
}

/** @param meanings of articles that were stored before and aren't settled; those that are noted are added */
export function createOverlaps(meanings: Meanings): Overlaps {
  const ids = new Set<string>();
  const facts = new Map<string, Set<string>>();
  return {
    has: (article) =>
      ids.has(article.id) ||
      article.facts.some(({ table, ids }) => ids.some((id) => facts.get(table)?.has(id))) ||
      article.records.some((record) => {
        const meaning = meanings.get(keyOf(record));
        return meaning !== undefined && disagree(meaning, record);
      }),
    note({ id, facts: its, records }) {
      ids.add(id);
      for (const { table, ids } of its) {
        const known = facts.get(table) ?? new Set<string>();
        facts.set(table, known);
        for (const id of ids) known.add(id);
      }
      for (const record of records) {
        const { kind, wikidata } = record;
        const noted = meanings.get(keyOf(record));
        meanings.set(keyOf(record), { kind, wikidata: noted?.wikidata ?? wikidata });
      }
    },
  };
}

function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table}/${id}`;
}

function disagree(one: Meaning, other: Meaning): boolean {
  return one.kind !== other.kind || differ(one.wikidata, other.wikidata);
}

function differ(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right;
}

/** What is stored of the same actors and places: the forms that merging needs say all there is to say. */
async function selectMeanings(
  queries: Queries,
  articles: readonly ArticleToStore[],
  from: 'documents' | 'forms',
) {
  const meanings = new Map<string, Meaning[]>();
  const records = articles.flatMap((article) => article.records);
  for (const [table, its] of Map.groupBy(records, ({ table }) => table)) {
    const ids = [...new Set(its.map(({ id }) => id))];
    const rows =
      from === 'documents'
        ? await runAmong<StoredMeaning>(
            queries,
            `select id, kind, wikidata from ${table} where id in`,
            [],
            ids,
          )
        : await runAmong<StoredMeaning>(
            queries,
            `select id, record ->> 'kind' as kind, record ->> 'wikidata' as wikidata
            from forms where type = ? and needed > 0 and id in`,
            [table],
            ids,
          );
    for (const { id, kind, wikidata } of rows) {
      const key = keyOf({ table, id });
      meanings.set(key, [...(meanings.get(key) ?? []), { kind, wikidata }]);
    }
  }
  return meanings;
}

/** By table and id, which article has the facts that are stored under the same ids. */
async function selectOwners(queries: Queries, articles: readonly ArticleToStore[]) {
  const owners = new Map<string, Map<string, string>>();
  const facts = articles.flatMap((article) => article.facts);
  for (const [table, its] of Map.groupBy(facts, ({ table }) => table)) {
    const rows = await runAmong<{ id: string; article: string }>(
      queries,
      `select facts.id, articles.id as article from ${table} as facts
      join articles on articles.number = facts.number >> ${placeBits} where facts.id in`,
      [],
      its.flatMap(({ ids }) => ids),
    );
    owners.set(table, new Map(rows.map(({ id, article }) => [id, article])));
  }
  return owners;
}

/** Of each field the first article that has another value. */
async function findRecordClashes(
  queries: Queries,
  article: ArticleToStore,
  { table, id, kind, wikidata }: RecordToStore,
): Promise<Clash[]> {
  const { rows } = await sql<{ article: string } & Meaning>`
    select articles.id as article, record ->> 'kind' as kind, record ->> 'wikidata' as wikidata
    from records join forms using (type, id, form) join articles on articles.number = records.article
    where type = ${table} and records.id = ${id} and articles.id <> ${article.id}
    order by articles.id
  `.execute(queries);
  const clashes: Clash[] = [];
  const otherKind = rows.find((row) => row.kind !== kind);
  if (otherKind !== undefined) {
    const { kind: there, article } = otherKind;
    clashes.push({ table, id, field: 'kind', here: kind, there, article });
  }
  const otherItem = rows.find((row) => differ(row.wikidata, wikidata));
  if (otherItem?.wikidata && wikidata) {
    const { wikidata: there, article } = otherItem;
    clashes.push({ table, id, field: 'wikidata', here: wikidata, there, article });
  }
  return clashes;
}
