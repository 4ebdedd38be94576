import { type RawBuilder, sql } from 'kysely';
import { keyOf, type Order, type Position } from '../model/order.ts';
import { type Condition, whereAll } from './conditions.ts';
import type { Queries } from './connection.ts';

/** As the texts have them: articles in the order in which they came. */
export const inOrderOfText: Order = { columns: ['number'], unique: true };

export interface PageRequest {
  table: string;
  conditions: readonly Condition[];
  order: Order;
  descending: boolean;
  /** The page begins behind this row. */
  after: Position | null;
  limit: number;
  /** One condition more, which is only tried on the first so many rows of the order. */
  walk?: { condition: Condition; most: number };
}

export interface Page {
  /** JSON texts. */
  documents: string[];
  /** The last row's position where more rows follow, else null. */
  next: Position | null;
}

interface Row {
  document: string;
  position: Position;
}

/** Few enough to be put in order at once, whatever the order. */
const fewRows = 1000;

/**
 * One page by keyset: its cost doesn't depend on how deep it lies. Filters that leave few rows lead, and
 * these are sorted; else the order leads, and the page is full soon. Left to itself, the engine would
 * walk the whole order for a handful of rows.
 */
export async function selectPage(queries: Queries, request: PageRequest): Promise<Page> {
  const few =
    request.conditions.length > 0 &&
    request.walk === undefined &&
    (await countRows(queries, request, fewRows + 1)) <= fewRows;
  const wanted = request.limit + 1;
  const rows: Row[] = [];
  for (const segment of segmentsOf(request)) {
    rows.push(...(await selectSegment(queries, request, segment, wanted - rows.length, few)));
    if (rows.length === wanted) break;
  }
  const shown = rows.slice(0, request.limit);
  return {
    documents: shown.map((row) => row.document),
    next: rows.length > request.limit ? (shown.at(-1)?.position ?? null) : null,
  };
}

/** How many rows all pages have together; its cost grows with them. Counting stops at `most`. */
export async function countRows(
  queries: Queries,
  { table, conditions }: Pick<PageRequest, 'table' | 'conditions'>,
  most?: number,
): Promise<number> {
  const rows = sql`from ${sql.table(table)} ${whereAll(conditions)}`;
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total ${most === undefined ? rows : sql`from (select 1 ${rows} limit ${most})`}
  `.execute(queries);
  return counted[0]?.total ?? 0;
}

/** Every id in these tables, behind the name of its table: `quotes/…`. */
export async function selectIds(queries: Queries, tables: readonly string[]): Promise<string[]> {
  const each = tables.map(
    (table) => sql`select ${`${table}/`} || id as id from ${sql.table(table)}`,
  );
  const { rows } = await sql<{ id: string }>`${sql.join(each, sql` union all `)}`.execute(queries);
  return rows.map(({ id }) => id);
}

export async function selectDocument(
  queries: Queries,
  table: string,
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ document: string }>`
    select document from ${sql.table(table)} where id = (select ${id})
  `.execute(queries);
  return rows[0]?.document ?? null;
}

/** A stretch of the order that one index serves: the rows with values, then those without. */
interface Segment {
  conditions: (few: boolean) => Condition[];
  columns: readonly string[];
  after: Position | null;
}

function segmentsOf({ order, after }: PageRequest): Segment[] {
  const columns = keyOf(order);
  if (order.nullable !== true) return [{ conditions: () => [], columns, after }];
  const [column] = order.columns.map((name) => sql.ref(name));
  const amongNulls = after !== null && after[0] === null;
  const is = (what: RawBuilder<unknown>) => (few: boolean) => [
    sql<boolean>`${few ? sql`+` : sql``}${column} is ${what}`,
  ];
  const valued = { conditions: is(sql`not null`), columns, after };
  const nulls = {
    conditions: is(sql`null`),
    columns: ['id'],
    after: amongNulls ? after.slice(1) : null,
  };
  return amongNulls ? [nulls] : [valued, nulls];
}

async function selectSegment(
  queries: Queries,
  { table, conditions, order, descending, walk }: PageRequest,
  segment: Segment,
  limit: number,
  few: boolean,
): Promise<Row[]> {
  const direction = descending ? sql`desc` : sql`asc`;
  const keys = segment.columns.map((column) => sql.ref(column));
  // Of an expression there is no index: what it orders is sorted.
  const led = few ? keys.map((key) => sql`+${key}`) : keys;
  const own = [...segment.conditions(few), ...behind(led, segment.after, descending)];
  const inOrder = (conditions: readonly Condition[]) => sql`
    from ${sql.table(table)} ${whereAll(conditions)}
    order by ${sql.join(led.map((key) => sql`${key} ${direction}`))}
  `;
  const columns = sql.join(keyOf(order).map((column) => sql.ref(column)));
  const select = (rows: RawBuilder<unknown>) =>
    sql<Record<string, string | number | null>>`select document, ${columns} ${rows} limit ${limit}`;
  // What stands outside of a subquery with a limit can't lead.
  const walking = (most: number, outside: readonly Condition[], inside: readonly Condition[]) =>
    select(
      sql`from (select * ${inOrder(inside)} limit ${most}) as ${sql.ref(table)} ${whereAll(outside)}`,
    );

  const direct = select(inOrder([...conditions, ...own]));
  const query =
    walk !== undefined
      ? walking(walk.most, [walk.condition], [...conditions, ...own])
      : !few && conditions.length > 0 && (await isSorted(queries, direct))
        ? walking(Number.MAX_SAFE_INTEGER, conditions, own)
        : direct;
  const { rows: found } = await query.execute(queries);
  return found.map((row) => ({
    document: String(row.document),
    position: keyOf(order).map((column) => row[column] ?? null),
  }));
}

/** Whether the engine would take all rows of the query and sort them, rather than follow an index. */
async function isSorted(queries: Queries, query: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(queries);
  return rows.some(({ detail }) => detail === 'USE TEMP B-TREE FOR ORDER BY');
}

function behind(keys: RawBuilder<unknown>[], after: Position | null, descending: boolean) {
  if (after === null) return [];
  const values = after.map((value) => sql`(select ${value})`);
  const sign = descending ? sql`<` : sql`>`;
  return [sql<boolean>`(${sql.join(keys)}) ${sign} (${sql.join(values)})`];
}
