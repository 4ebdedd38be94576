import type { Dialect } from '../dialect.ts';
import { longestPage } from '../plan.ts';
import { conditionsOf, whereAll } from '../read/conditions.ts';
import {
  behind,
  ordered,
  type PageLead,
  type PagePlan,
  referringInOrder,
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
  lead: 'any' | PageLead,
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
 * @see PageRows.walked: PostgreSQL would look up all that refers to somebody before it put it in order, so it is told
 * to walk along the references. Of other ways the quickest is known from what is known of the tables' values. Where
 * there is one way alone, a limit that stands in the statement lets the engine keep its plan: with a value that it
 * doesn't know, it takes a page to be a tenth of all rows, and plans each page anew, which takes longer than to read it.
 */
export function walkedRows(
  dialect: Dialect,
  plan: PagePlan,
  along: 'order' | PageLead,
  segment: Segment,
): Sql {
  const { table, filters, phrases } = plan;
  const its = sql.ref(table);
  const referring = referringInOrder(dialect, plan, along, segment);
  const all =
    referring === null
      ? sql`${its} ${conditions(dialect, plan, segment)} ${ordered(keysOf(segment), plan)}`
      : sql`
          (${referring}) as walked join ${its} on ${sql.ref(`${table}.number`)} = walked.led
          ${whereAll(conditionsOf(dialect, plan, () => false).filter((_, index) => index !== along))}
          ${ordered([sql`walked.led`], plan)}`;
  const isOneWay = referring !== null || (filters.length === 0 && phrases === null);
  const from = isOneWay
    ? sql`(select ${its}.* from ${all} limit ${sql.literal(longestPage + 1)}) as ${its}`
    : all;
  return sql`select ${selected(dialect, plan)} from ${from} limit ${dialect.valueIn('limit')}`;
}

function conditions(dialect: Dialect, plan: PagePlan, segment: Segment): Sql {
  return whereAll([
    ...conditionsOf(dialect, plan, () => true),
    ...stretch(plan, segment, (column) => sql.ref(column)),
    ...behind(dialect, keysOf(segment), segment, plan),
  ]);
}

function keysOf({ columns }: Segment): Sql[] {
  return columns.map((column) => sql.ref(column));
}
