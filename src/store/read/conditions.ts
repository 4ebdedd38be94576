import { needleOf } from '../../text/count-phrase.ts';
import { alternativesOf, isEmpty, type Query, type Sought } from '../../text/sought.ts';
import type { Condition, Dialect, Slots } from '../dialect.ts';
import { articleOf, isOf, numberIn } from '../numbers.ts';
import type { Filter, Selection, Value } from '../plan.ts';
import { type Sql, sql } from '../sql.ts';

/** The condition by which rows are found: the filter of that place, or the words. */
export type Lead = number | 'words';

/** What a selection asks of the rows of its table. */
export type Asked = Pick<Selection, 'table' | 'filters' | 'phrases'>;

/**
 * How a condition is written: the rows may be found by it (`lead`), or other rows are only tried against
 * it (`check`), so that no index leads astray.
 */
type Use = 'lead' | 'check';

/** The condition of a filter; its values come in by the slot. */
export function toCondition(
  dialect: Dialect,
  table: string,
  filter: Filter,
  slot: string,
  use: Use,
): Condition {
  if (filter.negated !== true) return toPositive(dialect, table, filter, slot, use);
  // What is compared with null is neither true nor false, and has to stay. Rows are never found by this;
  // where it may lead, the engine may read the values from an index instead of the rows.
  const isPlain = 'column' in filter.where || 'bound' in filter.where;
  return sql`(${toPositive(dialect, table, filter, slot, isPlain ? use : 'check')}) is not true`;
}

function toPositive(
  { valueIn, isAnyOf, unindexed, leftFirst }: Dialect,
  table: string,
  { where, values }: Filter,
  slot: string,
  use: Use,
): Condition {
  const several = values.length > 1;
  const of = (column: string) => (use === 'lead' ? sql.ref(column) : unindexed(column));
  if ('column' in where) return isAnyOf(of(where.column), slot, several);
  if ('bound' in where) return sql`${of(where.bound)} ${sql.raw(where.sign)} ${valueIn(slot)}`;
  if ('link' in where) {
    const references = sql`from links
      where fact_type = ${sql.literal(where.from)} and relation = ${sql.literal(where.link)}
      and ${isAnyOf(sql`target`, slot, several)}`;
    return use === 'lead'
      ? sql`number in (select fact ${references})`
      : sql`exists (select 1 ${references} and fact = ${sql.ref(`${table}.number`)})`;
  }
  const articles = sql`from articles where ${isAnyOf(sql`articles.id`, slot, several)}`;
  if (where.article === 'names')
    return sql`${of('id')} in (
      select id from records where type = ${sql.literal(table)} and article in (select number ${articles})
    )`;
  if (use === 'check') return sql`${articleOf(unindexed('number'))} in (select number ${articles})`;
  if (several)
    return sql`number in (
      select facts.number from articles ${leftFirst} ${sql.ref(table)} as facts
      on ${isOf(sql`articles.number`, sql`facts.number`)}
      where ${isAnyOf(sql`articles.id`, slot, several)}
    )`;
  return isOf(sql`(select number ${articles})`, sql`number`);
}

/** What the slot of `isAnyOf` takes. */
export function toSlot(values: readonly Value[]): Value | readonly Value[] {
  const [only = '', ...others] = values;
  return others.length === 0 ? only : values;
}

/** That the items have the words: by the index of words, or by looking through their own. */
function hasPhrases(dialect: Dialect, table: string, phrases: Query, use: Use): Condition {
  // Words of nothing but marks are in no fact.
  if (isEmpty(phrases)) return sql`false`;
  return use === 'lead'
    ? sql`number in (select ${numberIn(table)} ${dialect.matching(phrases, [table])})`
    : hasWords(dialect, phrases);
}

/** That an item's own words, in the column `terms`, have those of the query: looked for one by one. */
export function hasWords(dialect: Dialect, query: Query): Condition {
  const found = needlesOf(query).map(({ needles, isExcluded }, index) => {
    const has = hasAny(dialect, `phrase${index}`, needles.length > 1);
    return isExcluded ? sql`not ${has}` : has;
  });
  return sql`(${sql.join(found, ' and ')})`;
}

/** That they have the phrase of the slot, or, where there are several, one of them. */
function hasAny({ valueIn, valuesIn, contains }: Dialect, slot: string, several: boolean) {
  const terms = sql.ref('terms');
  return several
    ? sql`exists (select 1 from ${valuesIn(slot)} as sought where ${contains(terms, sql`sought.value`)})`
    : contains(terms, valueIn(slot));
}

/** What each part of the query looks for among an item's words. */
function needlesOf({ all, none }: Query) {
  const needles = (sought: readonly Sought[]) => sought.flatMap(alternativesOf).map(needleOf);
  return [
    ...all.map((group) => ({ needles: needles(group), isExcluded: false })),
    ...none.map((one) => ({ needles: needles([one]), isExcluded: true })),
  ];
}

/** All conditions of a selection. One may lead, or none; or any, as the engine chooses. */
export function conditionsOf(
  dialect: Dialect,
  { table, filters, phrases }: Asked,
  lead: Lead | 'any' | 'none',
): Condition[] {
  const useOf = (condition: Lead) => (lead === 'any' || lead === condition ? 'lead' : 'check');
  return [
    ...filters.map((filter, index) =>
      toCondition(dialect, table, filter, `filter${index}`, useOf(index)),
    ),
    ...(phrases === null ? [] : [hasPhrases(dialect, table, phrases, useOf('words'))]),
  ];
}

/** What tells the conditions of one selection from those of another, but for their values. */
export function shapeOfConditions({ table, filters, phrases }: Asked): unknown[] {
  return [
    table,
    filters.map(({ where, values, negated }) => [where, values.length > 1, negated]),
    phrases && shapeOfWords(phrases),
  ];
}

/** The same of words alone. */
export function shapeOfWords(query: Query): unknown[] {
  return needlesOf(query).map((it) => [it.needles.length > 1, it.isExcluded]);
}

/** The values for the slots of the conditions. */
export function slotsOfConditions(dialect: Dialect, { table, filters, phrases }: Asked): Slots {
  const slots = filters.map(({ values }, index) => [`filter${index}`, toSlot(values)]);
  return {
    ...Object.fromEntries(slots),
    ...(phrases && slotsOfWords(dialect, phrases, [table])),
  };
}

/** The values for the slots of `Dialect.matching` and `hasWords`. */
export function slotsOfWords(
  dialect: Dialect,
  query: Query,
  tables: readonly string[] | null,
): Slots {
  const slots = needlesOf(query).map(({ needles }, index) => [`phrase${index}`, toSlot(needles)]);
  return { ...Object.fromEntries(slots), words: dialect.matchOf(query, tables) };
}

export function whereAll(conditions: readonly Condition[]): Sql {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, ' and ')}`;
}

/** Whether rows can be found by it quickly, where few satisfy it. */
export function canLead({ where, negated }: Filter): boolean {
  return !('bound' in where) && negated !== true;
}
