import { type RawBuilder, sql } from 'kysely';
import { keyOf, type Position } from '../../model/order.ts';
import { type Documents, join, withoutLast } from '../documents.ts';
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
  const { limit } = plan;
  const parts: Documents[] = [];
  const numbers: number[] = [];
  for (const segment of segmentsOf(plan)) {
    const rows = await selectRows(runner, plan, way, segment, limit + 1 - numbers.length);
    if (rows.numbers.length > 0) parts.push(rows);
    numbers.push(...rows.numbers);
    if (rows.lastTried !== null)
      return {
        documents: join(parts),
        next: await selectPosition(runner, plan, rows.lastTried),
        cut: true,
      };
    if (numbers.length > limit) break;
  }
  const documents = join(parts);
  const last = numbers.length > limit ? numbers[limit - 1] : undefined;
  if (last === undefined) return { documents, next: null, cut: false };
  return {
    documents: withoutLast(documents),
    next: await selectPosition(runner, plan, last),
    cut: false,
  };
}

/** Where the row of that number stands in the order. */
async function selectPosition(
  runner: Runner,
  { table, order }: PagePlan,
  number: number,
): Promise<Position | null> {
  if (order.columns[0] === 'number') return [number];
  const [position = null] = await runner.rows(
    JSON.stringify(['position', table, order]),
    () => sql`
      select ${sql.join(keyOf(order).map((column) => sql.ref(column)))}
      from ${sql.table(table)} where number = ${new Slot('number')}
    `,
    { number },
  );
  return position;
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
): Promise<Rows> {
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
  const select = async (part: string, build: () => RawBuilder<unknown>) => {
    const [row] = await runner.rows(shape(part), () => together(build()), slots);
    return toRows(row);
  };
  if ('sort' in way) return select('sort', () => sortedRows(plan, way.sort, segment));

  const tried = filters.length + Number(phrases !== null) - Number(way.walk !== 'order');
  // Where every row is one of the page, it is full with the first ones.
  slots.most = tried === 0 ? limit : runner.bounds.tried;
  const rows = await select('walk', () => walkedRows(plan, way.walk, segment));
  if (tried === 0 || rows.numbers.length === limit) return rows;
  const [last] = await runner.rows(shape('tried'), () => lastTried(plan, way.walk, segment), slots);
  return { ...rows, lastTried: last === undefined ? null : Number(last[0]) };
}

/** Rows of a page, and, where trying more would take long, the last one that was tried. */
interface Rows extends Documents {
  numbers: readonly number[];
  lastTried: number | null;
}

/** All rows in one, in their order: what is sent as it is stored needn't be made a text first. */
function together(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select cast(group_concat(document, ',') as blob), group_concat(octet_length(document)),
      group_concat(number)
    from (${rows})
  `;
}

function toRows([joined, lengths, numbers]: readonly unknown[] = []): Rows {
  const read = (list: unknown) => (list === null ? [] : String(list).split(',').map(Number));
  return {
    joined: (joined as Uint8Array | null) ?? Buffer.alloc(0),
    lengths: read(lengths),
    numbers: read(numbers),
    lastTried: null,
  };
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

/** The number of the last of so many rows along the way, if there are so many. */
function lastTried(plan: PagePlan, along: 'order' | 'words' | number, segment: Segment) {
  return sql`select led from (${walk(plan, along, segment)}) limit 1 offset ${new Slot('most')} - 1`;
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
