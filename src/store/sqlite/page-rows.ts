import type { Condition, Dialect } from '../dialect.ts';
import { numberIn } from '../numbers.ts';
import { conditionsOf, type Lead, toCondition, whereAll } from '../read/conditions.ts';
import {
  behind,
  ordered,
  type PagePlan,
  type Segment,
  selected,
  stretch,
} from '../read/page-plan.ts';
import { type Sql, sql } from '../sql.ts';

/** @see PageRows.sorted */
export function sortedRows(
  dialect: Dialect,
  plan: PagePlan,
  lead: Lead | 'any',
  segment: Segment,
): Sql {
  const conditions = conditionsOf(dialect, plan, lead);
  // `+column` hides the index of the order, so SQLite sorts the rows that the conditions leave.
  const keys = segment.columns.map(dialect.unindexed);
  const own = [
    ...stretch(plan, segment, dialect.unindexed),
    ...behind(dialect, keys, segment, plan),
  ];
  return sql`
    select ${selected(dialect, plan)} from ${sql.ref(plan.table)} ${whereAll([...conditions, ...own])}
    ${ordered(keys, plan)} limit ${dialect.valueIn('limit')}
  `;
}

/** @see PageRows.walked: SQLite gives rows in the order in which it walks */
export function walkedRows(
  dialect: Dialect,
  plan: PagePlan,
  along: Lead | 'order',
  segment: Segment,
): Sql {
  const { table } = plan;
  const phrases = along === 'words' ? null : plan.phrases;
  const conditions = conditionsOf(dialect, { ...plan, phrases }, 'none');
  const others = conditions.filter((_, index) => index !== along);
  // Where every row is one of the page, it needn't be looked up again.
  if (along === 'order' && others.length === 0)
    return walk(dialect, plan, along, segment, selected(dialect, plan));
  return sql`
    select ${selected(dialect, plan)} from (${walk(dialect, plan, along, segment)}) as walked
    cross join ${sql.ref(table)} on ${sql.ref(`${table}.number`)} = walked.led
    ${whereAll(others)} limit ${dialect.valueIn('limit')}
  `;
}

/** @see PageRows.lastTried */
export function lastTried(
  dialect: Dialect,
  plan: PagePlan,
  along: Lead | 'order',
  segment: Segment,
): Sql {
  return sql`
    select led from (${walk(dialect, plan, along, segment)}) as walked
    limit 1 offset ${dialect.valueIn('most')} - 1
  `;
}

/** The rows along the way, in order, at most so many: their numbers, unless other columns are given. */
function walk(
  dialect: Dialect,
  plan: PagePlan,
  along: Lead | 'order',
  segment: Segment,
  columns = sql`number as led`,
): Sql {
  const { table, filters, phrases } = plan;
  const filter = typeof along === 'number' ? filters[along] : undefined;
  const most = dialect.valueIn('most');
  const inOrder = (led: Sql, from: Sql) => sql`
    select distinct ${led} as led ${from} ${and(behind(dialect, [led], segment, plan))}
    ${ordered([led], plan)} limit ${most}
  `;
  if (along === 'words' && phrases !== null)
    return inOrder(numberIn(table), dialect.matching(phrases, [table]));
  if (filter !== undefined && 'link' in filter.where)
    return inOrder(
      sql`fact`,
      sql`from links where target = ${dialect.valueIn(`filter${along}`)}
      and fact_type = ${sql.literal(filter.where.from)} and relation = ${sql.literal(filter.where.link)}`,
    );
  const conditions =
    filter === undefined ? [] : [toCondition(dialect, table, filter, `filter${along}`, 'lead')];
  const keys = segment.columns.map((column) => sql.ref(column));
  const own = [
    ...stretch(plan, segment, (column) => sql.ref(column)),
    ...behind(dialect, keys, segment, plan),
  ];
  return sql`
    select ${columns} from ${sql.ref(table)} ${whereAll([...conditions, ...own])}
    ${ordered(keys, plan)} limit ${most}
  `;
}

function and(conditions: readonly Condition[]): Sql {
  return sql.join(
    conditions.map((condition) => sql` and ${condition}`),
    '',
  );
}
