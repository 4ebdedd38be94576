import type { ArticleToStore, SharedRecord } from '../article.ts';
import { articleOf } from '../numbers.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { SharedTable } from './shared.ts';
import type { Statements } from './statements.ts';
import type { Stated } from './stating.ts';

/** An article contradicts what another one, which is stored, says. */
export type Conflict = {
  table: string;
  id: string;
  /** The other article; null where a look at a few of them didn't show it. */
  article: string | null;
} & (
  | { kind: 'taken' }
  | { kind: 'otherwise'; field: string; here: string; there: string }
  | { kind: 'circle'; field: string; circle: readonly string[] }
);

/** A conflict, and the statement of another article that makes it. */
export type Found = Conflict & { stated: Stated | null };

/** Which articles have facts of these ids. */
export interface Owners {
  /** Null where nobody has it. */
  of(table: string, id: string): string | null;
  /** Notes that the article has its facts, and no others any more. */
  replace(article: ArticleToStore): void;
}

/** @param articles whose facts' ids are looked up */
export async function selectOwners(
  reading: Reading,
  articles: readonly ArticleToStore[],
): Promise<Owners> {
  const owners = new Map<string, string>();
  const facts = articles.flatMap((article) => article.facts);
  const each = Array.from(
    Map.groupBy(facts, ({ table }) => table),
    ([table, its]) => sql`
      select ${sql.literal(table)} as type, facts.id, articles.id as article
      from ${sql.ref(table)} as facts
      join articles on articles.number = ${articleOf(sql`facts.number`)}
      where ${reading.dialect.isAmong(
        sql`facts.id`,
        its.flatMap(({ ids }) => ids),
      )}`,
  );
  const rows =
    each.length === 0
      ? []
      : await reading.rows<{ type: string; id: string; article: string }>(
          sql.join(each, ' union all '),
        );
  for (const { type, id, article } of rows) owners.set(`${type}/${id}`, article);
  return {
    of: (table, id) => owners.get(`${table}/${id}`) ?? null,
    replace({ id: article, facts }) {
      for (const [fact, owner] of owners) if (owner === article) owners.delete(fact);
      for (const { table, ids } of facts)
        for (const id of ids) owners.set(`${table}/${id}`, article);
    },
  };
}

/** What of an article contradicts others. What it says itself, or said before, has to be left out of the statements. */
export function findConflicts(
  { id: here, facts }: ArticleToStore,
  records: readonly SharedRecord[],
  {
    shared,
    statements,
    owners,
  }: { shared: readonly SharedTable[]; statements: Statements; owners: Owners },
): Found[] {
  return [
    ...shared.flatMap((table) => {
      const its = records.filter((record) => record.table === table.table);
      return [
        ...its.flatMap((record) =>
          table.agreed.flatMap((field) => disagreeing(record, field, statements)),
        ),
        ...table.chains.flatMap((field) => findCircles(its, table.table, field, statements)),
      ];
    }),
    ...facts.flatMap(({ table, ids }) =>
      ids.flatMap((id): Found[] => {
        const article = owners.of(table, id);
        if (article === null || article === here) return [];
        return [{ kind: 'taken', table, id, article, stated: null }];
      }),
    ),
  ];
}

function disagreeing(
  { table, id, statements }: SharedRecord,
  field: string,
  others: Statements,
): Found[] {
  const here = statements.find((statement) => statement[0] === field)?.[1];
  const there = others.keysOf(table, id, field).find((key) => key !== here);
  if (here === undefined || there === undefined) return [];
  const stated = { table, id, field, key: there };
  return [{ kind: 'otherwise', table, id, field, here, there, article: null, stated }];
}

/** Ways along a field that lead back to where they began, once these records are stored. */
function findCircles(
  records: readonly SharedRecord[],
  table: string,
  field: string,
  others: Statements,
): Found[] {
  const own = new Map(
    records.map(({ id, statements }) => [id, statements.filter(([name]) => name === field)]),
  );
  const ownKeys = (id: string) => (own.get(id) ?? []).map(([, key]) => key);
  const found: (Found & { kind: 'circle' })[] = [];
  // Where another article says the same, no circle is new.
  for (const record of records)
    for (const key of others.newKeysOf(record, field)) {
      const { id } = record;
      if (found.some(({ circle }) => circle.includes(id))) continue;
      const way = findWay(key, id, (at) => [...ownKeys(at), ...others.keysOf(table, at, field)]);
      if (way === null) continue;
      const place = way.findIndex((at, place) => !ownKeys(at).includes(way[place + 1] ?? id));
      const stated = { table, id: way[place] ?? id, field, key: way[place + 1] ?? id };
      found.push({ kind: 'circle', table, id, field, circle: [id, ...way], article: null, stated });
    }
  return found;
}

/** The way from one to the other, both included; null where there is none. */
function findWay(
  from: string,
  to: string,
  next: (at: string) => readonly string[],
): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) {
      const way: string[] = [];
      for (let back: string | null = at; back !== null; back = cameFrom.get(back) ?? null)
        way.unshift(back);
      return way;
    }
    for (const id of next(at))
      if (!cameFrom.has(id)) {
        cameFrom.set(id, at);
        open.push(id);
      }
  }
  return null;
}
