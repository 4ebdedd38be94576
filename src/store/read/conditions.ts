import { type RawBuilder, sql } from 'kysely';
import type { Phrase } from '../../text/query.ts';
import { needleOf } from '../../text/term-text.ts';
import type { Filter, Selection, Value } from '../plan.ts';
import { articleOf, boundOf, isAnyOf, toList, unindexed, valueIn } from '../sqlite/dialect.ts';

/** What a selection asks of the rows of its table. */
export type Asked = Pick<Selection, 'table' | 'filters' | 'phrases'>;

/** A condition on the rows of a table. */
export type Condition = RawBuilder<boolean>;

/**
 * How a condition is written: the rows may be found by it (`lead`), or other rows are only tried against
 * it (`check`), so that no index leads astray.
 */
type Use = 'lead' | 'check';

/** The condition of a filter; its values come in by the slot. */
export function toCondition(table: string, filter: Filter, slot: string, use: Use): Condition {
  if (filter.negated !== true) return toPositive(table, filter, slot, use);
  // What is compared with null is neither true nor false, and has to stay. Rows are never found by this;
  // where it may lead, the engine may read the values from an index instead of the rows.
  const isPlain = 'column' in filter.where || 'bound' in filter.where;
  return sql`(${toPositive(table, filter, slot, isPlain ? use : 'check')}) is not true`;
}

function toPositive(table: string, { where, values }: Filter, slot: string, use: Use): Condition {
  const several = values.length > 1;
  const of = (column: string) => (use === 'lead' ? sql.ref(column) : unindexed(column));
  if ('column' in where) return isAnyOf(of(where.column), slot, several);
  if ('bound' in where) return sql`${of(where.bound)} ${sql.raw(where.sign)} ${valueIn(slot)}`;
  if ('link' in where) {
    const references = sql`from links
      where fact_type = ${sql.lit(where.from)} and relation = ${sql.lit(where.link)}
      and ${isAnyOf(sql`target`, slot, several)}`;
    return use === 'lead'
      ? sql`number in (select fact ${references})`
      : sql`exists (select 1 ${references} and fact = ${sql.ref(`${table}.number`)})`;
  }
  const articles = sql`from articles where ${isAnyOf(sql`articles.id`, slot, several)}`;
  if (where.article === 'names')
    return sql`${of('id')} in (
      select id from records where type = ${sql.lit(table)} and article in (select number ${articles})
    )`;
  if (use === 'check') return sql`${articleOf(unindexed('number'))} in (select number ${articles})`;
  if (several)
    return sql`number in (
      select facts.number from articles cross join ${sql.table(table)} as facts
      on facts.number between ${boundOf(sql`articles.number`, 'first')} and ${boundOf(sql`articles.number`, 'last')}
      where ${isAnyOf(sql`articles.id`, slot, several)}
    )`;
  const article = sql`(select number ${articles})`;
  return sql`number between ${boundOf(article, 'first')} and ${boundOf(article, 'last')}`;
}

/** What the slot of `isAnyOf` takes. */
export function toSlot(values: readonly Value[]): Value {
  const [only = '', ...others] = values;
  return others.length === 0 ? only : toList(values);
}

/** That the facts have all the phrases: by the index of words, or by looking through their own. */
function hasPhrases(phrases: readonly Phrase[], use: Use): Condition {
  // Words of nothing but marks are in no fact.
  if (phrases.length === 0) return sql`false`;
  if (use === 'lead') return sql`number in (select rowid ${matching()})`;
  const found = phrases.map((_, index) => sql`instr(terms, ${valueIn(`phrase${index}`)}) > 0`);
  return sql`(${sql.join(found, sql` and `)})`;
}

/** The facts that match, in the index of words, by `rowid`. */
export function matching(): RawBuilder<unknown> {
  return sql`from search_terms where search_terms match ${valueIn('words')}`;
}

/** All conditions of a selection. One may lead; without a choice the engine chooses. */
export function conditionsOf(
  { table, filters, phrases }: Asked,
  leads: (condition: number | 'words') => boolean,
): Condition[] {
  const useOf = (condition: number | 'words') => (leads(condition) ? 'lead' : 'check');
  return [
    ...filters.map((filter, index) => toCondition(table, filter, `filter${index}`, useOf(index))),
    ...(phrases === null ? [] : [hasPhrases(phrases, useOf('words'))]),
  ];
}

/** What tells the conditions of one selection from those of another, but for their values. */
export function shapeOfConditions({ table, filters, phrases }: Asked): unknown[] {
  return [
    table,
    filters.map(({ where, values, negated }) => [where, values.length > 1, negated]),
    phrases?.length ?? null,
  ];
}

/** The values for the slots of the conditions. */
export function slotsOfConditions({ table, filters, phrases }: Asked): Record<string, Value> {
  const slots: Record<string, Value> = {};
  for (const [index, { values }] of filters.entries()) slots[`filter${index}`] = toSlot(values);
  for (const [index, phrase] of phrases?.entries() ?? [])
    slots[`phrase${index}`] = needleOf(phrase);
  if (phrases !== null) slots.words = toMatch(phrases, [table]);
  return slots;
}

/** What the index of words is asked: all the phrases, in facts of these tables, or of all. */
export function toMatch(phrases: readonly Phrase[], tables: readonly string[] = []): string {
  // Nothing but letters, digits, marks and spaces stands between the quotation marks.
  const words = phrases.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`);
  const types = tables.map((table) => `"${table}"`);
  return `terms : (${words.join(' AND ')})${types.length === 0 ? '' : ` AND type : (${types.join(' OR ')})`}`;
}

export function whereAll(conditions: readonly Condition[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** Whether rows can be found by it quickly, where few satisfy it. */
export function canLead({ where, negated }: Filter): boolean {
  return !('bound' in where) && negated !== true;
}
