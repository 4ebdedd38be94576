import { type RawBuilder, sql } from 'kysely';
import type { Position } from '../../model/order.ts';
import type { ListPlan, Selection } from '../plan.ts';
import { numberIn, unindexed, valueIn } from '../sqlite/dialect.ts';
import { type Condition, conditionsOf, matching, toCondition, whereAll } from './conditions.ts';

// The statements that give the rows of a page. Their values come in by the slots `filter0`, `phrase0`, …
// `words`, `after0`, …, `limit` and `most`.

/** What a page needs to know of its plan. */
export type PagePlan = Omit<ListPlan, 'counted' | 'facets'>;

/** What leads along the rows, or to them: the order, the words, or the filter of that place. */
type Lead = 'words' | number;

/** A stretch of the order that one index serves: the rows with values, then those without. */
export interface Segment {
  name: 'all' | 'valued' | 'nulls';
  columns: readonly string[];
  after: Position | null;
}

/** All rows in one, in their order: what is sent as it is stored needn't be made a text first. */
export function together(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select cast(group_concat(document, ',') as blob), group_concat(octet_length(document)),
      group_concat(number)
    from (${rows})
  `;
}

/** The rows that one condition leaves, or all of them together, put in order. */
export function sortedRows(plan: PagePlan, lead: 'any' | Lead, segment: Segment) {
  const conditions = conditionsOf(plan, (condition) => lead === 'any' || lead === condition);
  // `+column` hides the index of the order, so SQLite sorts the rows that the conditions leave.
  const keys = segment.columns.map(unindexed);
  return sql`
    select ${selected(plan)} from ${sql.table(plan.table)}
    ${whereAll([...conditions, ...stretch(plan, segment, unindexed), ...behind(keys, segment, plan)])}
    ${ordered(keys, plan)} limit ${valueIn('limit')}
  `;
}

/** The rows along the way that satisfy all conditions. SQLite gives them in the order in which it walks. */
export function walkedRows(plan: PagePlan, along: 'order' | Lead, segment: Segment) {
  const { table } = plan;
  const phrases = along === 'words' ? null : plan.phrases;
  const conditions = conditionsOf({ ...plan, phrases }, () => false);
  const others = conditions.filter((_, index) => index !== along);
  // Where every row is one of the page, it needn't be looked up again.
  if (along === 'order' && others.length === 0) return walk(plan, along, segment, selected(plan));
  return sql`
    select ${selected(plan)} from (${walk(plan, along, segment)}) as walked
    cross join ${sql.table(table)} on ${sql.ref(`${table}.number`)} = walked.led
    ${whereAll(others)} limit ${valueIn('limit')}
  `;
}

/** The number of the last of so many rows along the way, if there are so many. */
export function lastTried(plan: PagePlan, along: 'order' | Lead, segment: Segment) {
  return sql`
    select led from (${walk(plan, along, segment)}) as walked limit 1 offset ${valueIn('most')} - 1
  `;
}

/** The rows along the way, in order, at most so many: their numbers, unless other columns are given. */
function walk(
  plan: PagePlan,
  along: 'order' | Lead,
  segment: Segment,
  columns = sql`number as led`,
) {
  const { table, filters } = plan;
  const filter = typeof along === 'number' ? filters[along] : undefined;
  const inOrder = (led: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
    select distinct ${led} as led ${from} ${and(behind([led], segment, plan))}
    ${ordered([led], plan)} limit ${valueIn('most')}
  `;
  if (along === 'words') return inOrder(numberIn(table), matching());
  if (filter !== undefined && 'link' in filter.where)
    return inOrder(
      sql`fact`,
      sql`from links where target = ${valueIn(`filter${along}`)}
      and fact_type = ${sql.lit(filter.where.from)} and relation = ${sql.lit(filter.where.link)}`,
    );
  const conditions =
    filter === undefined ? [] : [toCondition(table, filter, `filter${along}`, 'lead')];
  const keys = segment.columns.map((column) => sql.ref(column));
  const own = [
    ...stretch(plan, segment, (column) => sql.ref(column)),
    ...behind(keys, segment, plan),
  ];
  return sql`
    select ${columns} from ${sql.table(table)} ${whereAll([...conditions, ...own])}
    ${ordered(keys, plan)} limit ${valueIn('most')}
  `;
}

function selected({ table }: PagePlan): RawBuilder<unknown> {
  return sql.join(['document', 'number'].map((column) => sql.ref(`${table}.${column}`)));
}

function ordered(
  keys: readonly RawBuilder<unknown>[],
  { descending }: Pick<Selection, 'descending'>,
) {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql`order by ${sql.join(keys.map((key) => sql`${key} ${direction}`))}`;
}

/** That a row belongs to the segment. */
function stretch(
  { order }: PagePlan,
  { name }: Segment,
  write: (column: string) => RawBuilder<unknown>,
): Condition[] {
  const [column = ''] = order.columns;
  if (name === 'all') return [];
  return [sql`${write(column)} is ${name === 'nulls' ? sql`null` : sql`not null`}`];
}

function behind(
  keys: readonly RawBuilder<unknown>[],
  { after }: Segment,
  { descending }: Pick<Selection, 'descending'>,
): Condition[] {
  if (after === null) return [];
  const values = after.map((_, index) => valueIn(`after${index}`));
  return [sql`(${sql.join([...keys])}) ${descending ? sql`<` : sql`>`} (${sql.join(values)})`];
}

function and(conditions: readonly Condition[]): RawBuilder<unknown> {
  return sql.join(
    conditions.map((condition) => sql` and ${condition}`),
    sql``,
  );
}
