import { isEmpty } from '../../text/sought.ts';
import type { Filter, Selection } from '../plan.ts';
import { sql } from '../sql.ts';
import {
  type Asked,
  canLead,
  conditionsOf,
  type Lead,
  shapeOfConditions,
  slotsOfConditions,
  whereAll,
} from './conditions.ts';
import { countOnce } from './count-once.ts';
import { type Runner, TooMuch } from './runner.ts';

/**
 * The way to the rows of a selection.
 * - `walk`: row by row in the order asked for, along an index that has it: that of the order itself, or
 *   of one condition. What else is asked is tried on each row until the page is full.
 * - `sort`: all rows that one condition leaves, put in order; where none is given, the engine chooses.
 */
export type Way = { walk: Lead | 'order' } | { sort: Lead | 'any' };

/**
 * Chosen by how many rows each condition leaves. Where one leaves few, these are sorted; else an order is
 * walked, and the page is full soon, or, where the conditions hardly ever meet, late.
 */
export async function chooseWay(runner: Runner, selection: Selection): Promise<Way> {
  const { filters, phrases, order } = selection;
  const asked = filters.length + Number(phrases !== null);
  if (asked === 0 || (phrases !== null && isEmpty(phrases))) return { walk: 'order' };
  const ofText = order.columns[0] === 'number';
  const [first] = filters;
  if (asked === 1 && ofText && (first === undefined || hasOrderOfText(first)))
    return { walk: first === undefined ? 'words' : 0 };

  const least = await findLeast(runner, selection);
  if (least.count <= runner.bounds.few && least.condition !== 'all') {
    const filter = least.condition === 'words' ? undefined : filters[least.condition];
    return ofText && (filter === undefined || hasOrderOfText(filter))
      ? { walk: least.condition }
      : { sort: least.condition };
  }
  if (!ofText) return { walk: 'order' };
  // Of conditions that many rows satisfy, those that come first here leave fewer, as a rule.
  if (phrases !== null) return { walk: 'words' };
  const link = filters.findIndex((it) => 'link' in it.where && hasOrderOfText(it));
  const other = filters.findIndex(hasOrderOfText);
  return { walk: link >= 0 ? link : other >= 0 ? other : 'order' };
}

/** Whether the rows that it leaves can be walked in the order of the text. */
function hasOrderOfText({ where, values, negated }: Filter): boolean {
  return (
    negated !== true &&
    values.length === 1 &&
    ('column' in where || 'link' in where || ('article' in where && where.article === 'states'))
  );
}

/**
 * What leads where rows are counted: the condition that leaves few of them. Any may where the table is small, or
 * where others don't wait.
 * @throws TooMuch where there are many, and others wait
 */
export async function findLead(runner: Runner, selection: Asked): Promise<Lead | 'any'> {
  const { condition, count } = await findLeast(runner, selection);
  const isFew = count <= runner.bounds.few;
  if (!isFew && !runner.beside) throw new TooMuch('many rows are to be counted');
  return isFew && condition !== 'all' ? condition : 'any';
}

/** Which condition leaves the fewest rows, and how many; more than a few are all alike. `all`: the table has no more. */
async function findLeast(runner: Runner, { table, filters, phrases }: Asked) {
  const { few } = runner.bounds;
  if (phrases !== null && isEmpty(phrases)) return { condition: 'words' as const, count: 0 };
  let least: { condition: Lead | 'all'; count: number } = { condition: 'all', count: few + 1 };
  const consider = async (condition: Lead | 'all', one: Pick<Selection, 'filters' | 'phrases'>) => {
    const count = await countUpTo(runner, { table, ...one });
    if (count < least.count) least = { condition, count };
  };
  for (const [index, filter] of filters.entries())
    if (canLead(filter)) await consider(index, { filters: [filter], phrases: null });
  if (phrases !== null) await consider('words', { filters: [], phrases });
  if (least.count > few) await consider('all', { filters: [], phrases: null });
  return least;
}

/** How many rows there are by one condition, or in all; counting stops behind a few. */
function countUpTo(runner: Runner, selection: Asked): Promise<number> {
  const { table, filters, phrases } = selection;
  const rows = () =>
    phrases === null
      ? sql`from ${sql.ref(table)} ${whereAll(conditionsOf(runner.dialect, selection, 'any'))}`
      : runner.dialect.matching(phrases, [table]);
  const shape = JSON.stringify(['count', ...shapeOfConditions(selection)]);
  return countOnce(
    runner,
    JSON.stringify([table, filters, phrases]),
    { shape, rows, slots: slotsOfConditions(runner.dialect, selection) },
    runner.bounds.few + 1,
  );
}
