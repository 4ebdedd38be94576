import type { Static } from 'typebox';
import { dayNumber } from '../model/day.ts';
import type { Order, Position } from '../model/order.ts';
import { type Cursor, decodeCursor } from './cursor.ts';
import { type CountMode, defaultLimit, type Facets, type SortOrder } from './list-parameters.ts';
import type { NamedValues } from './negation.ts';
import { invalidParameters } from './problems.ts';

export type ListQuery = Readonly<Record<string, unknown>> & {
  sort?: string;
  order?: Static<typeof SortOrder>;
  limit?: number;
  count?: Static<typeof CountMode>;
  cursor?: string;
  q?: string;
  facets?: string[];
  not?: NamedValues;
};

/** A request for a page, read from its parameters. */
export interface ListRequest {
  filters: NamedValues;
  /** Filters by which items are left out. */
  not: NamedValues;
  order: Order;
  descending: boolean;
  limit: number;
  /** Whether to say how many items there are in all. */
  counted: boolean;
  /** The words looked for, as given; null where none are. */
  q: string | null;
  /** The fields whose values are to be counted. */
  facets: readonly string[];
  /** To be checked with the state that the page was read from. */
  cursor: Cursor | null;
  /** Says which list it is, whatever the page: what a cursor belongs to. */
  list: string;
}

/** @param orders the orders of the resource, by the value of `sort`; the first is the default */
export function readListRequest(
  resource: string,
  query: ListQuery,
  orders: Readonly<Record<string, Order>>,
): ListRequest {
  const {
    sort = Object.keys(orders)[0] ?? '',
    order: direction = 'asc',
    limit = defaultLimit,
    count,
    cursor,
    q = null,
    facets = [],
    not = [],
    ...rest
  } = query;
  const order = orders[sort];
  if (order === undefined) throw new Error(`${resource} has no order ${sort}`);
  checkBounds(rest);
  const filters = inOrder(
    Object.entries(rest).map(([name, value]) => [name, [value].flat() as (string | number)[]]),
  );
  const leftOut = inOrder(not);
  const left = leftOut.length === 0 ? [] : [leftOut];
  const list = JSON.stringify([resource, filters, q, sort, direction, ...left]);
  return {
    filters,
    not: leftOut,
    order,
    descending: direction === 'desc',
    limit,
    counted: count === 'exact',
    q,
    facets,
    cursor: cursor === undefined ? null : decodeCursor(list, order, cursor),
    list,
  };
}

/** In one order, whichever the request has. */
function inOrder(filters: NamedValues): NamedValues {
  return filters
    .map(([name, values]): NamedValues[number] => [name, values.toSorted()])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** A range that ends before it begins would just give nothing. */
function checkBounds(query: Readonly<Record<string, unknown>>): void {
  for (const [low, high, relation] of [
    ['from', 'to', 'earlier than'],
    ['min', 'max', 'less than'],
    ['start', 'end', 'less than'],
  ] as const) {
    const [first, last] = [query[low], query[high]];
    if (first === undefined || last === undefined) continue;
    if (toNumber(first) > toNumber(last))
      throw invalidParameters([
        { in: 'query', name: high, detail: `must not be ${relation} ${low}` },
      ]);
  }
}

/** Days as they are counted: their texts order otherwise before the year 0 and beyond 9999. */
function toNumber(bound: unknown): number {
  return typeof bound === 'string' ? dayNumber(bound) : Number(bound);
}

/** What a list request found. */
export interface Found {
  /** The items, as JSON texts in UTF-8 with commas in between. */
  data: Uint8Array;
  /** Where the last of them stands, if more follow. */
  next: Position | null;
  /** How many there are in all, if that was asked for. */
  total: number | null;
  facets: Static<typeof Facets> | null;
  /** Whether there was time to count all that was asked for. */
  complete?: boolean;
  /** What to tell of ids that nothing has. */
  hint?: string | null;
}

/** The page as JSON; its items are JSON texts already. */
export function writePage(
  { limit }: ListRequest,
  { data, total, facets, complete = true, hint = null }: Found,
  next: string | null,
  more: object = {},
): Buffer {
  const rest = JSON.stringify({ page: { limit, next, total, complete, hint }, facets, ...more });
  const ending = `],${rest.slice(1)}`;
  const page = Buffer.allocUnsafe(beginning.length + data.length + Buffer.byteLength(ending));
  page.set(beginning);
  page.set(data, beginning.length);
  page.write(ending, beginning.length + data.length);
  return page;
}

const beginning = Buffer.from('{"data":[');

/** Items, as `writePage` takes them. */
export function joinItems(items: readonly object[]): Buffer {
  return Buffer.from(items.map((item) => JSON.stringify(item)).join());
}
