import { keyOf, type Position } from '../../model/order.ts';
import type { Dialect, Slots } from '../dialect.ts';
import { type Documents, join, withoutLast } from '../documents.ts';
import { longestPage, type Page } from '../plan.ts';
import { type Sql, sql } from '../sql.ts';
import { shapeOfConditions, slotsOfConditions } from './conditions.ts';
import type { PagePlan, Segment } from './page-plan.ts';
import type { Runner } from './runner.ts';
import type { Way } from './ways.ts';
import { readWithinBytes } from './within-bytes.ts';

/** A page, or the first part of one: `cut` where trying more rows would take long; `next` is where to go on. */
export interface PartOfPage extends Page {
  cut: boolean;
}

/** One page by keyset: its cost doesn't depend on how deep it lies. It ends early where it has too many bytes. */
export async function selectPage(runner: Runner, plan: PagePlan, way: Way): Promise<PartOfPage> {
  const { limit } = plan;
  if (limit > longestPage) throw new Error(`a page has no more than ${longestPage} rows`);
  const parts: Documents[] = [];
  const numbers: number[] = [];
  let bytes = 0;
  for (const segment of segmentsOf(plan)) {
    const { rows, isFull } = await readWithinBytes(
      bytes,
      limit + 1 - numbers.length,
      (most, long) => selectRows(runner, plan, way, segment, most, long),
      ({ lengths }) => lengths,
    );
    bytes += rows.joined.length;
    if (rows.numbers.length > 0) parts.push(rows);
    numbers.push(...rows.numbers);
    const last = isFull ? numbers.at(-1) : rows.lastTried;
    if (last != null)
      return {
        documents: join(parts),
        next: await selectPosition(runner, plan, last),
        cut: !isFull,
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
      from ${sql.ref(table)} where number = ${runner.dialect.valueIn('number')}
    `,
    { number },
  );
  return position;
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
  long: number,
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
  const { dialect, bounds } = runner;
  const { sorted, walked, lastTried } = dialect.pages;
  const tried =
    filters.length + Number(phrases !== null) - Number('walk' in way && way.walk !== 'order');
  const after = segment.after?.map((value, index) => [`after${index}`, value ?? '']) ?? [];
  const slots: Slots = {
    ...slotsOfConditions(dialect, plan),
    ...Object.fromEntries(after),
    limit,
    long,
    // Where every row is one of the page, it is full with the first ones.
    most: tried === 0 ? limit : bounds.tried,
  };
  const select = async (part: string, build: () => Sql) => {
    const [row] = await runner.rows(shape(part), () => together(dialect, build()), slots);
    return toRows(row);
  };
  if ('sort' in way) return select('sort', () => sorted(plan, way.sort, segment));

  const rows = await select('walk', () => walked(plan, way.walk, segment));
  if (tried === 0 || rows.numbers.length === limit || lastTried === null) return rows;
  const [last] = await runner.rows(shape('tried'), () => lastTried(plan, way.walk, segment), slots);
  return { ...rows, lastTried: last === undefined ? null : Number(last[0]) };
}

/**
 * Rows of a page, those that are too long only by their lengths, and, where trying more would take long, the last
 * one that was tried.
 */
interface Rows extends Documents {
  numbers: readonly number[];
  lastTried: number | null;
}

/** All rows in one, in their order: what is sent as it is stored needn't be made a text first. */
function together({ asBytes }: Dialect, rows: Sql): Sql {
  return sql`
    select ${asBytes(sql`string_agg(document, ',')`)}, string_agg(length || ',' || number, ',')
    from (${rows}) as page
  `;
}

function toRows([joined, listed]: readonly unknown[] = []): Rows {
  const lengths: number[] = [];
  const numbers: number[] = [];
  const values = listed === null ? [] : String(listed).split(',');
  for (let at = 0; at < values.length; at += 2) {
    lengths.push(Number(values[at]));
    numbers.push(Number(values[at + 1]));
  }
  return {
    joined:
      typeof joined === 'string'
        ? Buffer.from(joined)
        : ((joined as Uint8Array | null) ?? Buffer.alloc(0)),
    lengths,
    numbers,
    lastTried: null,
  };
}
