import type { Position } from '../../model/order.ts';
import type { Condition, Dialect } from '../dialect.ts';
import type { ListPlan, Selection } from '../plan.ts';
import { type Sql, sql } from '../sql.ts';
import type { Lead } from './conditions.ts';
import { unlessLong } from './within-bytes.ts';

/** What a page needs to know of its plan. */
export type PagePlan = Omit<ListPlan, 'counted' | 'facets'>;

/** A stretch of the order that one index serves: the rows with values, then those without. */
export interface Segment {
  name: 'all' | 'valued' | 'nulls';
  columns: readonly string[];
  after: Position | null;
}

/**
 * The statements that give the rows of a page: document, length and number. Their values come in by the slots
 * `filter0`, `phrase0`, … `words`, `after0`, …, `limit`, `most` and `long`.
 */
export interface PageRows {
  /** The rows that one condition leaves, or all of them together, put in order. */
  sorted(plan: PagePlan, lead: Lead | 'any', segment: Segment): Sql;
  /** The rows along the way that satisfy all conditions, in the order in which it leads. */
  walked(plan: PagePlan, along: Lead | 'order', segment: Segment): Sql;
  /**
   * The number of the last of `most` rows along the way, if there are so many: no more were tried. Null of an
   * engine that tries as many as it takes.
   */
  lastTried: ((plan: PagePlan, along: Lead | 'order', segment: Segment) => Sql) | null;
}

export function selected(dialect: Dialect, { table }: PagePlan): Sql {
  const document = unlessLong(dialect, sql.ref(`${table}.document`));
  return sql`${document}, ${sql.ref(`${table}.number`)} as number`;
}

export function ordered(keys: readonly Sql[], { descending }: Pick<Selection, 'descending'>): Sql {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql`order by ${sql.join(keys.map((key) => sql`${key} ${direction}`))}`;
}

/** That a row belongs to the segment. */
export function stretch(
  { order }: PagePlan,
  { name }: Segment,
  write: (column: string) => Sql,
): Condition[] {
  const [column = ''] = order.columns;
  if (name === 'all') return [];
  return [sql`${write(column)} is ${name === 'nulls' ? sql`null` : sql`not null`}`];
}

/** That a row comes behind the last one of the page before. */
export function behind(
  { valueIn }: Pick<Dialect, 'valueIn'>,
  keys: readonly Sql[],
  { after }: Segment,
  { descending }: Pick<Selection, 'descending'>,
): Condition[] {
  if (after === null) return [];
  const values = after.map((_, index) => valueIn(`after${index}`));
  return [sql`(${sql.join([...keys])}) ${descending ? sql`<` : sql`>`} (${sql.join(values)})`];
}
