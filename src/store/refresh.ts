import { sql } from 'kysely';
import { type Cell, firstShared } from './article.ts';
import type { Value } from './conditions.ts';
import type { Queries } from './connection.ts';
import type { DueChanges, SharedTable } from './due.ts';
import { insertRows, runAmong } from './rows.ts';
import { forgetWords, noteUnindexed } from './write/words.ts';

/** By id, of every fact that has changes, the counts as they are now. */
export type CountsNow = Map<string, Map<string, number>>;

interface Form {
  id: string;
  form: string;
  record: string;
  first: string;
  needed: number;
}

/** Makes the documents and words anew of the facts that have counts, and removes those that no article has. */
export async function refreshDocuments(
  queries: Queries,
  { shared, unindexed }: DueChanges,
  table: SharedTable,
  tallies: CountsNow,
  phrases: CountsNow,
): Promise<void> {
  const forms = new Map<string, Form[]>([...tallies.keys()].map((id) => [id, []]));
  const stored = await runAmong<Form>(
    queries,
    'select id, form, record, first, needed from forms where type = ? and needed > 0 and id in',
    [table.table],
    [...tallies.keys()],
  );
  for (const row of stored) forms.get(row.id)?.push(row);

  const known = await selectKnown(queries, table, [...forms.keys()]);
  let next = await selectNextShared(queries, shared);
  const rows: Cell[][] = [];
  let columns: readonly string[] = [];
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
    if (before?.terms !== terms) {
      noteUnindexed(unindexed, table.table, number, number + 1);
      if (before) reworded.push(number);
    }
    columns = ['document', 'terms', 'id', ...Object.keys(merged.columns)];
    rows.push([number, merged.document, terms, id, ...Object.values(merged.columns)]);
    for (const { relation, target, role = '', targetType } of merged.links)
      links.push([number, relation, target, role, table.factType, targetType]);
  }
  await runAmong(queries, `delete from ${table.table} where id in`, [], gone);
  await rememberNeeded(queries, table, judged);
  await insertRows(
    queries,
    `${table.table} (number, ${columns})`,
    rows,
    `on conflict (number) do update set ${columns.map((name) => `${name} = excluded.${name}`)}`,
  );
  await replaceLinks(
    queries,
    rows.map(([number]) => Number(number)),
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
