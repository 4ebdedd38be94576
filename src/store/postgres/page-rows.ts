import type { Dialect } from '../dialect.ts';
import { longestPage } from '../plan.ts';
import { conditionsOf, type Lead, whereAll } from '../read/conditions.ts';
import {
  behind,
  ordered,
  type PagePlan,
  type Segment,
  selected,
  stretch,
} from '../read/page-plan.ts';
import { type Sql, sql } from '../sql.ts';

/**
 * @see PageRows.sorted: where one condition leaves few rows, PostgreSQL would still walk the order of the page, as
 * it takes those few to be spread evenly; so they are found first
 */
export function sortedRows(
  dialect: Dialect,
  plan: PagePlan,
  lead: Lead | 'any',
  segment: Segment,
): Sql {
  if (lead === 'any') return walkedRows(dialect, plan, 'order', segment);
  const { table } = plan;
  return sql`
    with few as materialized (select * from ${sql.ref(table)} ${conditions(dialect, plan, segment)})
    select ${selected(dialect, plan)} from few as ${sql.ref(table)}
    ${ordered(keysOf(segment), plan)} limit ${dialect.valueIn('limit')}
  `;
}

/**
 * @see PageRows.walked: which way is the quickest is known from what is known of the tables' values. Where there is
 * one way alone, a limit that stands in the statement lets the engine keep its plan: with a value that it doesn't
 * know, it takes a page to be a tenth of all rows, and plans each page anew, which takes longer than to read it.
 */
export function walkedRows(
  dialect: Dialect,
  plan: PagePlan,
  along: Lead | 'order',
  segment: Segment,
): Sql {
  const { table, filters, phrases } = plan;
  const its = sql.ref(table);
  const referring = alongReferences(dialect, plan, along, segment);
  const all =
    referring ??
    sql`${its} ${conditions(dialect, plan, segment)} ${ordered(keysOf(segment), plan)}`;
  const isOneWay = referring !== null || (filters.length === 0 && phrases === null);
  const from = isOneWay
    ? sql`(select ${its}.* from ${all} limit ${sql.literal(longestPage + 1)}) as ${its}`
    : all;
  return sql`select ${selected(dialect, plan)} from ${from} limit ${dialect.valueIn('limit')}`;
}

/**
 * The rows that refer to the value of the filter that leads, in the order of the text; null where that isn't one of
 * references. By itself PostgreSQL would look up all of them before it put them in order; behind an offset, each is
 * looked up when its turn comes. Whoever has several roles in an event is met once, with the first of them.
 */
function alongReferences(
  dialect: Dialect,
  plan: PagePlan,
  along: Lead | 'order',
  segment: Segment,
): Sql | null {
  const where = typeof along === 'number' ? plan.filters[along]?.where : undefined;
  if (where === undefined || !('link' in where)) return null;
  const others = conditionsOf(dialect, plan, 'none').filter((_, index) => index !== along);
  const met = [
    sql`walked.target = ${dialect.valueIn(`filter${along}`)}`,
    sql`walked.fact_type = ${sql.literal(where.from)}`,
    sql`walked.relation = ${sql.literal(where.link)}`,
    sql`(walked.role = '' or not exists (
      select 1 from links as earlier where earlier.fact = walked.fact
      and earlier.relation = walked.relation and earlier.target = walked.target and earlier.role < walked.role))`,
    ...behind(dialect, [sql`walked.fact`], segment, plan),
  ];
  const row = sql`
    select * from ${sql.ref(plan.table)} ${whereAll([sql`number = walked.fact`, ...others])} offset 0`;
  return sql`
    links as walked cross join lateral (${row}) as ${sql.ref(plan.table)}
    ${whereAll(met)} ${ordered([sql`walked.fact`], plan)}`;
}

function conditions(dialect: Dialect, plan: PagePlan, segment: Segment): Sql {
  return whereAll([
    ...conditionsOf(dialect, plan, 'any'),
    ...stretch(plan, segment, (column) => sql.ref(column)),
    ...behind(dialect, keysOf(segment), segment, plan),
  ]);
}

function keysOf({ columns }: Segment): Sql[] {
  return columns.map((column) => sql.ref(column));
}
