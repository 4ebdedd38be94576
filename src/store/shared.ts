import { sql } from 'kysely';
import { type Count, firstShared, type Link } from './article.ts';
import { noteChanges } from './changes.ts';
import { numbersOf, type Value } from './conditions.ts';
import type { Queries } from './connection.ts';
import { insertRows, runAmong } from './rows.ts';
import { forgetWords, indexWords, noteUnindexed, type Unindexed } from './search.ts';

/** How the records of several articles become the one document that is served. */
export interface SharedTable {
  table: string;
  factType: string;
  merge(records: readonly string[], counts: Readonly<Record<string, number>>): Merged;
  /** Its words, from its document and the phrases that mention it. */
  toTerms(document: string, phrases: readonly string[]): string;
}

interface Merged {
  document: string;
  /** Its references to other facts. */
  links: readonly Link[];
  /**
   * Which of the records, in the order of merging, add something to those before them: merging only
   * these gives the same, and still does when others come in between.
   */
  needed: boolean[];
}

/** What stored and removed articles mean to the facts they share, until that is settled. */
export interface DueChanges {
  shared: readonly SharedTable[];
  /** What was stored and removed, in that order. */
  changes: { kind: 'put' | 'delete'; article: string }[];
  /** Of each shared fact what changes in `tallies` and in `phrases`. */
  tallies: Counts;
  phrases: Counts;
  /** Records that articles had and may have no more. */
  left: RecordKey[];
  unindexed: Unindexed;
}

export interface RecordKey {
  type: string;
  id: string;
  form: string;
  article: string;
}

/** Table → id → what is counted → how many, or how many more or less. */
type Counts = Map<string, Map<string, Map<string, number>>>;

export function noChanges(shared: readonly SharedTable[]): DueChanges {
  return {
    shared,
    changes: [],
    tallies: new Map(),
    phrases: new Map(),
    left: [],
    unindexed: new Map(),
  };
}

/** How many shared facts have changes. */
export function countDue({ tallies }: DueChanges): number {
  return [...tallies.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Notes that a shared fact has so many more, or less, of what is counted. */
export function noteCount(counts: Counts, [table, id, counted, change]: Count): void {
  const ofTable = counts.get(table) ?? new Map<string, Map<string, number>>();
  counts.set(table, ofTable);
  const ofFact = ofTable.get(id) ?? new Map<string, number>();
  ofTable.set(id, ofFact);
  ofFact.set(counted, (ofFact.get(counted) ?? 0) + change);
}

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
  await noteChanges(queries, due.changes, author);
}

/** By id, of every fact that has changes, the counts as they are now. */
type CountsNow = Map<string, Map<string, number>>;

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

interface Form {
  id: string;
  form: string;
  record: string;
  first: string;
  needed: number;
}

/** Makes the documents and words anew of the facts that have counts, and removes those that no article has. */
async function refreshDocuments(
  queries: Queries,
  { shared, unindexed }: DueChanges,
  table: SharedTable,
  tallies: CountsNow,
  phrases: CountsNow,
): Promise<void> {
  const forms = new Map<string, Form[]>([...tallies.keys()].map((id) => [id, []]));
  const rows = await runAmong<Form>(
    queries,
    'select id, form, record, first, needed from forms where type = ? and needed > 0 and id in',
    [table.table],
    [...tallies.keys()],
  );
  for (const row of rows) forms.get(row.id)?.push(row);

  const known = await selectKnown(queries, table, [...forms.keys()]);
  let next = await selectNextShared(queries, shared);
  const documents: Value[][] = [];
  const links: Value[][] = [];
  const reworded: number[] = [];
  const gone: string[] = [];
  const judged: Judgement[] = [];
  for (const [id, all] of forms) {
    if (all.length === 0) {
      gone.push(id);
      continue;
    }
    all.sort((left, right) => (left.first < right.first ? -1 : 1));
    const merged = table.merge(
      all.map(({ record }) => record),
      Object.fromEntries(tallies.get(id) ?? []),
    );
    for (const [index, form] of all.entries())
      judged.push({ form, needed: merged.needed[index] ? 1 : 0 });
    const words = [...(phrases.get(id)?.keys() ?? [])].sort();
    const terms = table.toTerms(merged.document, words);
    const before = known.get(id);
    const number = before?.number ?? next++;
    if (before?.terms !== terms) noteUnindexed(unindexed, table.table, number, number + 1);
    if (before && before.terms !== terms) reworded.push(number);
    documents.push([number, merged.document, terms]);
    for (const { relation, target, role = '', targetType } of merged.links)
      links.push([number, relation, target, role, table.factType, targetType]);
  }
  await runAmong(queries, `delete from ${table.table} where id in`, [], gone);
  await rememberNeeded(queries, table, judged);
  await insertRows(
    queries,
    `${table.table} (number, document, terms)`,
    documents,
    'on conflict (number) do update set document = excluded.document, terms = excluded.terms',
  );
  await replaceLinks(
    queries,
    documents.map(([number = 0]) => number),
    links,
  );
  await forgetWords(queries, reworded);
}

/** By id, what is stored of shared facts. */
async function selectKnown(queries: Queries, { table }: SharedTable, ids: readonly string[]) {
  const rows = await runAmong<{ id: string; number: number; terms: string }>(
    queries,
    `select id, number, terms from ${table} where id in`,
    [],
    ids,
  );
  return new Map(rows.map(({ id, number, terms }) => [id, { number, terms }]));
}

async function selectNextShared(queries: Queries, shared: readonly SharedTable[]): Promise<number> {
  const lasts = shared.map(({ table }) => sql`select max(number) as last from ${sql.table(table)}`);
  const { rows } = await sql<{ last: number | null }>`
    select max(last) as last from (${sql.join(lasts, sql` union all `)})
  `.execute(queries);
  return Math.max((rows[0]?.last ?? 0) + 1, firstShared);
}

/** Writes only what is new and removes only what is no more: mostly, nothing. */
async function replaceLinks(
  queries: Queries,
  facts: readonly Value[],
  links: readonly Value[][],
): Promise<void> {
  const stored = await runAmong<Record<string, Value>>(
    queries,
    'select fact, relation, target, role from links where fact in',
    [],
    facts,
  );
  const keyOf = (key: readonly unknown[]) => key.slice(0, 4).join(' ');
  const before = new Set(stored.map((row) => keyOf(Object.values(row))));
  const now = new Set(links.map(keyOf));
  for (const row of stored)
    if (!now.has(keyOf(Object.values(row))))
      await sql`
        delete from links
        where fact = ${row.fact} and relation = ${row.relation} and target = ${row.target} and role = ${row.role}
      `.execute(queries);
  await insertRows(
    queries,
    'links (fact, relation, target, role, fact_type, target_type)',
    links.filter((link) => !before.has(keyOf(link))),
  );
}

/** A form, and whether merging needs it. */
interface Judgement {
  form: Form;
  needed: 0 | 1;
}

async function rememberNeeded(
  queries: Queries,
  { table }: SharedTable,
  judged: readonly Judgement[],
): Promise<void> {
  const changed = judged.filter(({ form, needed }) => form.needed !== needed);
  await insertRows(
    queries,
    'forms (type, id, form, record, first, needed)',
    changed.map(({ form: { id, form, record, first }, needed }) => [
      table,
      id,
      form,
      record,
      first,
      needed,
    ]),
    'on conflict (type, id, form) do update set needed = excluded.needed',
  );
}
