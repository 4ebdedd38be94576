import { type RawBuilder, sql } from 'kysely';
import { keyOf, type Order, type Position } from '../../model/order.ts';
import type { ListPlan, Page, Selection, Value } from '../plan.ts';
import { Slot, unindexed, valueIn } from '../sqlite/dialect.ts';
import {
  type Condition,
  conditionsOf,
  matching,
  shapeOfConditions,
  slotsOfConditions,
  toCondition,
  whereAll,
} from './conditions.ts';
import type { Runner } from './runner.ts';
import type { Way } from './ways.ts';

/** What a page needs to know of its plan. */
export type PagePlan = Omit<ListPlan, 'counted' | 'facets'>;

/** A page, or the first part of one: `cut` where trying more rows would take long; `next` is where to go on. */
export interface PartOfPage extends Page {
  cut: boolean;
}

/** One page by keyset: its cost doesn't depend on how deep it lies. */
export async function selectPage(runner: Runner, plan: PagePlan, way: Way): Promise<PartOfPage> {
  const { limit, order } = plan;
  const rows: Value[][] = [];
  for (const segment of segmentsOf(plan)) {
    const found = await selectRows(runner, plan, way, segment, limit + 1 - rows.length);
    rows.push(...found.rows);
    if (found.tried !== null) return { documents: documentsOf(rows), next: found.tried, cut: true };
    if (rows.length > limit) break;
  }
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? positionOf(order, shown.at(-1)) : null;
  return { documents: documentsOf(shown), next, cut: false };
}

function documentsOf(rows: readonly Value[][]): string[] {
  return rows.map(([document]) => String(document));
}

function positionOf(order: Order, row: readonly Value[] | undefined): Position | null {
  return row === undefined ? null : row.slice(1, 1 + keyOf(order).length);
}

/** A stretch of the order that one index serves: the rows with values, then those without. */
interface Segment {
  name: 'all' | 'valued' | 'nulls';
  columns: readonly string[];
  after: Position | null;
}

function segmentsOf({ order, after }: Pick<PagePlan, 'order' | 'after'>): Segment[] {
  const columns = keyOf(order);
  if (order.nullable !== true) return [{ name: 'all', columns, after }];
  const amongNulls = after !== null && after[0] === null;
  const nulls: Segment = {
    name: 'nulls',
    columns: ['id'],
    after: amongNulls ? after.slice(1) : null,
  };
  return amongNulls ? [nulls] : [{ name: 'valued', columns, after }, nulls];
}

async function selectRows(
  runner: Runner,
  plan: PagePlan,
  way: Way,
  segment: Segment,
  limit: number,
): Promise<{ rows: Value[][]; tried: Position | null }> {
  const { filters, phrases } = plan;
  const shape = (part: string) =>
    JSON.stringify([
      part,
      way,
      segment.name,
      segment.after === null,
      plan.order,
      plan.descending,
      ...shapeOfConditions(plan),
    ]);
  const slots: Record<string, Value> = { ...slotsOfConditions(plan), limit };
  for (const [index, value] of segment.after?.entries() ?? []) slots[`after${index}`] = value ?? '';
  if ('sort' in way)
    return {
      rows: await runner.rows(shape('sort'), () => sortedRows(plan, way.sort, segment), slots),
      tried: null,
    };

  const tried = filters.length + Number(phrases !== null) - Number(way.walk !== 'order');
  // Where every row is one of the page, it is full with the first ones.
  slots.most = tried === 0 ? limit : runner.bounds.tried;
  const rows = await runner.rows(shape('walk'), () => walkedRows(plan, way.walk, segment), slots);
  if (tried === 0 || rows.length === limit) return { rows, tried: null };
  const [last] = await runner.rows(shape('tried'), () => lastTried(plan, way.walk, segment), slots);
  return { rows, tried: positionOf(plan.order, last) };
}

/** The rows that one condition leaves, or all of them together, put in order. */
function sortedRows(plan: PagePlan, lead: 'any' | 'words' | number, segment: Segment) {
  const conditions = conditionsOf(plan, (condition) => lead === 'any' || lead === condition);
  // `+column` hides the index of the order, so SQLite sorts the rows that the conditions leave.
  const keys = segment.columns.map(unindexed);
  return sql`
    select ${selected(plan)} from ${sql.table(plan.table)}
    ${whereAll([...conditions, ...stretch(plan, segment, unindexed), ...behind(keys, segment, plan)])}
    ${ordered(keys, plan)} limit ${new Slot('limit')}
  `;
}

/** The rows along the way that satisfy all conditions. SQLite gives them in the order in which it walks. */
function walkedRows(plan: PagePlan, along: 'order' | 'words' | number, segment: Segment) {
  const { table } = plan;
  const phrases = along === 'words' ? null : plan.phrases;
  const conditions = conditionsOf({ ...plan, phrases }, () => false);
  const others = conditions.filter((_, index) => index !== along);
  return sql`
    select ${selected(plan)} from (${walk(plan, along, segment)}) as walked
    cross join ${sql.table(table)} on ${sql.ref(`${table}.number`)} = walked.led
    ${whereAll(others)} limit ${new Slot('limit')}
  `;
}

/** The last of so many rows along the way, if there are so many. */
function lastTried(plan: PagePlan, along: 'order' | 'words' | number, segment: Segment) {
  return sql`
    select ${selected(plan)} from (${walk(plan, along, segment)}) as walked
    cross join ${sql.table(plan.table)} on ${sql.ref(`${plan.table}.number`)} = walked.led
    limit 1 offset ${new Slot('most')} - 1
  `;
}

/** The numbers of the rows along the way, in order; at most so many. */
function walk(plan: PagePlan, along: 'order' | 'words' | number, segment: Segment) {
  const { table, filters } = plan;
  const filter = typeof along === 'number' ? filters[along] : undefined;
  const inOrder = (led: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
    select distinct ${led} as led ${from} ${and(behind([led], segment, plan))}
    ${ordered([led], plan)} limit ${new Slot('most')}
  `;
  if (along === 'words') return inOrder(sql`rowid`, matching());
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
    select number as led from ${sql.table(table)} ${whereAll([...conditions, ...own])}
    ${ordered(keys, plan)} limit ${new Slot('most')}
  `;
}

function selected({ table, order }: PagePlan): RawBuilder<unknown> {
  const columns = ['document', ...keyOf(order)];
  return sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));
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
