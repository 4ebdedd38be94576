import { sql } from 'kysely';
import type { Value } from './conditions.ts';
import type { Queries } from './connection.ts';
import { insertRows, selectAmong } from './rows.ts';

/** How the records of several articles become the one document that is served. */
export interface SharedTable {
  table: string;
  factType: string;
  merge(records: readonly string[], counts: Readonly<Record<string, number>>): string;
  /**
   * Which of the records, in the order of merging, add something to those before them: merging only
   * these gives the same, and still does when others come in between.
   */
  findNeeded(records: readonly string[]): boolean[];
}

/** What stored and removed articles mean to the facts they share, until that is settled. */
export interface DueChanges {
  shared: readonly SharedTable[];
  /** How many articles were stored or removed. */
  articles: number;
  /** Table → id → what is counted → how many more, or less. */
  counts: Map<string, Map<string, Map<string, number>>>;
  /** Records that articles had and may have no more. */
  left: RecordKey[];
}

export interface RecordKey {
  type: string;
  id: string;
  form: string;
  article: string;
}

export function noChanges(shared: readonly SharedTable[]): DueChanges {
  return { shared, articles: 0, counts: new Map(), left: [] };
}

/** Notes that a shared fact has so many more, or less, of what is counted. */
export function noteCount(
  due: DueChanges,
  { type, id, counted }: { type: string; id: string; counted: string },
  change: number,
): void {
  const ofTable = due.counts.get(type) ?? new Map<string, Map<string, number>>();
  due.counts.set(type, ofTable);
  const ofFact = ofTable.get(id) ?? new Map<string, number>();
  ofTable.set(id, ofFact);
  ofFact.set(counted, (ofFact.get(counted) ?? 0) + change);
}

/** Brings the counts and the served documents of shared facts up to what the articles say now. */
export async function settleChanges(queries: Queries, due: DueChanges): Promise<void> {
  if (due.articles === 0) return;
  for (const record of due.left) await leaveForm(queries, record);
  for (const table of due.shared) {
    const changes = due.counts.get(table.table) ?? new Map<string, Map<string, number>>();
    const counts = await changeCounts(queries, table.table, changes);
    await refreshDocuments(queries, table, counts);
  }
  await sql`update state set revision = revision + 1`.execute(queries);
}

type Counts = Map<string, Map<string, number>>;

/** @returns the counts as they are now, by id, of every fact that has changes */
async function changeCounts(queries: Queries, type: string, changes: Counts): Promise<Counts> {
  const rows = await selectAmong<{ id: string; counted: string; count: number }>(
    queries,
    'select id, counted, count from tallies where type = ? and id in',
    [type],
    [...changes.keys()],
  );
  const counts: Counts = new Map([...changes.keys()].map((id) => [id, new Map()]));
  for (const { id, counted, count } of rows) counts.get(id)?.set(counted, count);

  const written: Value[][] = [];
  for (const [id, ofFact] of changes)
    for (const [counted, change] of ofFact) {
      if (change === 0) continue;
      const count = (counts.get(id)?.get(counted) ?? 0) + change;
      counts.get(id)?.set(counted, count);
      if (count > 0) written.push([type, id, counted, count]);
      else
        await sql`
          delete from tallies where type = ${type} and id = ${id} and counted = ${counted}
        `.execute(queries);
    }
  await insertRows(
    queries,
    'tallies (type, id, counted, count)',
    written,
    'on conflict (type, id, counted) do update set count = excluded.count',
  );
  return counts;
}

/** An article has another record now, or none: somebody else may be the first to have its form. */
async function leaveForm(queries: Queries, { type, id, form, article }: RecordKey): Promise<void> {
  const same = sql`type = ${type} and id = ${id} and form = ${form}`;
  const { rows: found } = await sql<{ needed: number }>`
    select needed from forms where ${same} and first = ${article}
    and not exists (select 1 from records where ${same} and article = ${article})
  `.execute(queries);
  const [left] = found;
  if (left === undefined) return;
  const { rows } = await sql<{ first: string | null }>`
    select min(article) as first from records where ${same}
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

/** Makes the documents anew of the facts that have counts, and removes those that no article has. */
async function refreshDocuments(
  queries: Queries,
  table: SharedTable,
  counts: Counts,
): Promise<void> {
  const forms = new Map<string, Form[]>([...counts.keys()].map((id) => [id, []]));
  const rows = await selectAmong<Form>(
    queries,
    'select id, form, record, first, needed from forms where type = ? and needed > 0 and id in',
    [table.table],
    [...counts.keys()],
  );
  for (const row of rows) forms.get(row.id)?.push(row);

  const documents: Value[][] = [];
  for (const [id, all] of forms) {
    if (all.length === 0) {
      await sql`delete from ${sql.table(table.table)} where id = ${id}`.execute(queries);
      continue;
    }
    const needed = await keepNeeded(
      queries,
      table,
      all.sort((left, right) => (left.first < right.first ? -1 : 1)),
    );
    const ofFact = Object.fromEntries(counts.get(id) ?? []);
    documents.push([
      id,
      table.merge(
        needed.map(({ record }) => record),
        ofFact,
      ),
    ]);
  }
  await insertRows(
    queries,
    `${table.table} (id, document)`,
    documents,
    'on conflict (id) do update set document = excluded.document',
  );
}

/** Those that merging needs, of forms in their order; remembers which they are. */
async function keepNeeded(queries: Queries, table: SharedTable, forms: Form[]): Promise<Form[]> {
  if (forms.every(({ needed }) => needed === 1)) return forms;
  const needed = table.findNeeded(forms.map(({ record }) => record));
  for (const [index, { id, form, needed: before }] of forms.entries()) {
    const now = needed[index] ? 1 : 0;
    if (now !== before)
      await sql`
        update forms set needed = ${now}
        where type = ${table.table} and id = ${id} and form = ${form}
      `.execute(queries);
  }
  return forms.filter((_, index) => needed[index]);
}
