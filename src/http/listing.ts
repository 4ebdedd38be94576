import { type Static, type TSchema, Type } from 'typebox';
import { dayNumber } from '../model/day.ts';
import type { Order, Position } from '../model/order.ts';
import {
  describedRef,
  type Named,
  nullableRef,
  nullableString,
  object,
  oneOf,
  ref,
} from '../model/schema.ts';
import { type Cursor, decodeCursor } from './cursor.ts';
import type { NamedValues } from './negation.ts';
import { invalidParameters } from './problems.ts';

export const SortOrder = oneOf(
  'SortOrder',
  '`asc`: ascending; `desc`: descending. Texts order by code point; what has no value comes last either way.',
  ['asc', 'desc'],
);

export const PageInfo = object('PageInfo', 'Where in the list the page is.', {
  limit: Type.Integer({
    minimum: 1,
    maximum: 100,
    format: 'int32',
    description: 'How many items a page has at most.',
  }),
  next: nullableString({ description: 'The cursor of the next page; null on the last one.' }),
  total: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    format: 'int64',
    minimum: 0,
    description: 'How many items there are in all; null unless asked for.',
  }),
  complete: Type.Boolean({
    description:
      'False where counting took too long: `total` and `facets` lack what is not counted.',
  }),
  hint: nullableString({
    description:
      'Where an id that was asked for doesn’t exist: which one was meant, or how to look it up.',
  }),
});

export const CountMode = oneOf('CountMode', '`exact`: how many items all pages have together.', [
  'exact',
]);

const FacetCount = object('FacetCount', 'A value, and how many items have it.', {
  value: Type.String({ description: 'The value, as the filter takes it.' }),
  count: Type.Integer({ minimum: 0, format: 'int64', description: 'How many items have it.' }),
});

export const Facets = Type.Unsafe<Record<string, Static<typeof FacetCount>[]>>({
  $id: 'Facets',
  type: 'object',
  description: 'Field → its values with their counts; null unless asked for.',
  additionalProperties: { type: 'array', items: ref(FacetCount) },
});

/** The envelope of a list: Quote → QuotePage. */
export function pageOf(item: Named): Named {
  return object(`${item.$id}Page`, 'A page of a list.', {
    data: Type.Array(ref(item), { description: 'The items.' }),
    page: ref(PageInfo),
    facets: nullableRef(Facets),
  });
}

const defaultLimit = 20;

/** The values of `sort`, as an enum: Quote → QuoteSort. */
export function sortKeys(item: Named, keys: readonly string[]): Named {
  return oneOf(`${item.$id}Sort`, 'What to order by; ties are broken by id.', keys);
}

/** The values of `facets`, as an enum: Quote → QuoteFacet. */
export function facetNames(item: Named, names: readonly string[]): Named {
  return oneOf(`${item.$id}Facet`, 'A field whose values can be counted.', names);
}

/** `q`, of a list that is found by words. */
export function searchParameter(example: string): TSchema {
  return Type.String({
    minLength: 1,
    maxLength: 500,
    description:
      'Only what has all these words, in whatever form and case; `-word`: not that one; `this OR that`, `"words side by side"`, `begin*`. The first 32 count.',
    examples: [example],
  });
}

export function facetsParameter(facet: Named, example: string): TSchema {
  return Type.Array(ref(facet), {
    maxItems: 20,
    description: 'Fields whose values to count among all items: the 100 most frequent.',
    examples: [[example]],
  });
}

/** The parameters that every list has, beside its filters. */
export function listParameters(sort: Named, keys: readonly string[]): Record<string, TSchema> {
  return {
    ...orderParameters(sort, keys),
    ...pageParameters(),
  };
}

/** The order of a list, and of an export of it. */
export function orderParameters(sort: Named, keys: readonly string[]): Record<string, TSchema> {
  return {
    sort: Type.Optional(
      describedRef(sort, {
        description: `What the list is ordered by; \`${keys[0]}\`${keys[0] === 'position' ? ', as the texts have it,' : ''} unless given.`,
        examples: [keys[0]],
      }),
    ),
    order: Type.Optional(
      describedRef(SortOrder, {
        description: 'Direction of the order; `asc` unless given.',
        examples: ['asc'],
      }),
    ),
  };
}

/** The parameters of a list that has one order. */
export function pageParameters(): Record<string, TSchema> {
  return {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: defaultLimit,
        format: 'int32',
        description: 'How many items a page has at most.',
        examples: [defaultLimit],
      }),
    ),
    count: Type.Optional(
      describedRef(CountMode, {
        description:
          'Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time.',
        examples: ['exact'],
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 4096,
        description:
          'Where to go on: `page.next` of the page before, with the same filters and order.',
      }),
    ),
  };
}

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
  return Buffer.concat([beginning, data, Buffer.from(`],${rest.slice(1)}`)]);
}

const beginning = Buffer.from('{"data":[');

/** Items, as `writePage` takes them. */
export function joinItems(items: readonly object[]): Buffer {
  return Buffer.from(items.map((item) => JSON.stringify(item)).join());
}
