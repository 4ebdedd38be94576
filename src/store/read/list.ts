import type { Position } from '../../model/order.ts';
import type { Condition, Dialect } from '../dialect.ts';
import { articleOf } from '../numbers.ts';
import {
  everythingOf,
  type List,
  type ListPlan,
  longestPage,
  mostValues,
  type Page,
  type Selection,
  type ValueCount,
  type Where,
} from '../plan.ts';
import { sql } from '../sql.ts';
import {
  conditionsOf,
  type Lead,
  shapeOfConditions,
  slotsOfConditions,
  whereAll,
} from './conditions.ts';
import { selectPage } from './page.ts';
import { countInTime, type Runner, TooMuch } from './runner.ts';
import { chooseWay, findLead, type Way } from './ways.ts';
import { checkWords, withForms } from './words.ts';

/**
 * A page, with what else was asked of the whole list.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function selectList(runner: Runner, asked: ListPlan): Promise<List> {
  const plan = await withForms(runner, asked);
  if (plan.phrases !== null) await checkWords(runner, plan.phrases);
  const facets = Object.entries(plan.facets);
  const isCounted = plan.counted || facets.length > 0;
  const lead = isCounted ? await findLead(runner, plan) : 'any';
  const page = await selectWholePage(runner, plan, await chooseWay(runner, plan));
  const limit = limitOf(runner, lead);
  const total = plan.counted ? await countInTime(countRows(runner, plan, lead, limit)) : null;
  const counts: Record<string, ValueCount[]> = {};
  for (const [name, facet] of facets) {
    const values = await countInTime(countValues(runner, plan, lead, facet));
    if (values !== null) counts[name] = values;
  }
  const complete =
    (total !== null || !plan.counted) && Object.keys(counts).length === facets.length;
  return { ...page, total, facets: facets.length === 0 ? null : counts, complete };
}

/** What ends the counting of many rows, where its time is over. */
export function limitOf(runner: Runner, lead: Lead | 'any'): Limit {
  return (number) =>
    runner.beside && lead === 'any' ? runner.dialect.withinTime(sql.ref(number)) : [];
}

/** Given the column that has the number of the fact. */
type Limit = (number: string) => Condition[];

async function selectWholePage(runner: Runner, plan: ListPlan, way: Way): Promise<Page> {
  const { cut, ...page } = await selectPage(runner, plan, way);
  if (!cut) return page;
  if (!runner.beside) throw new TooMuch('the conditions hardly ever meet');
  // Few rows satisfy them all, so these are put in order.
  const { documents, next } = await selectPage(runner, plan, { sort: 'any' });
  return { documents, next };
}

/**
 * Some rows of a selection, to be read one batch after the other; a batch may have none, and yet others follow. None
 * is longer than a page, so each holds up the process no longer than one does.
 */
export async function selectBatch(
  runner: Runner,
  { selection: asked, after }: { selection: Selection; after: Position | null },
): Promise<Page> {
  const selection = await withForms(runner, asked);
  const way = await chooseWay(runner, selection);
  const { documents, next } = await selectPage(
    runner,
    { ...selection, after, limit: longestPage },
    way,
  );
  return { documents, next };
}

/**
 * How many rows each of these tables has.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function countTables(
  runner: Runner,
  { tables }: { tables: readonly string[] },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const all = everythingOf(table);
    counts[table] = await countRows(runner, all, await findLead(runner, all));
  }
  return counts;
}

/** How many rows all pages have together. */
async function countRows(
  runner: Runner,
  selection: Selection,
  lead: Lead | 'any',
  limit: Limit = () => [],
): Promise<number> {
  const limits = limit('number');
  const [row] = await runner.rows(
    JSON.stringify(['total', limits.length, lead, ...shapeOfConditions(selection)]),
    () => sql`
      select count(*) from ${sql.ref(selection.table)}
      ${whereAll([...conditionsOf(runner.dialect, selection, lead), ...limits])}
    `,
    slotsOfConditions(runner.dialect, selection),
  );
  return Number(row?.[0] ?? 0);
}

/** The most frequent values among the rows, and how many rows have each. */
async function countValues(
  runner: Runner,
  selection: Selection,
  lead: Lead | 'any',
  facet: Where,
): Promise<ValueCount[]> {
  const rows = await runner.rows(
    JSON.stringify(['values', facet, lead, ...shapeOfConditions(selection)]),
    () => sql`
      ${valuesOf(runner.dialect, selection.table, facet, conditionsOf(runner.dialect, selection, lead), lead !== 'any', limitOf(runner, lead))}
      order by 2 desc, 1 limit ${sql.literal(mostValues)}
    `,
    slotsOfConditions(runner.dialect, selection),
  );
  return rows.map(([value, count]) => ({ value: String(value), count: Number(count) }));
}

/** @param led whether one of the conditions leads, and not the order of the values */
function valuesOf(
  { unindexed }: Dialect,
  table: string,
  facet: Where,
  conditions: readonly Condition[],
  led: boolean,
  limit: Limit,
) {
  const limited = [...conditions, ...limit('number')];
  if ('article' in facet)
    return sql`
      select articles.id, counted.count from (
        select ${articleOf(sql`number`)} as article, count(*) as count
        from ${sql.ref(table)} ${whereAll(limited)} group by 1
      ) as counted join articles on articles.number = counted.article`;
  if ('link' in facet) {
    const among =
      conditions.length === 0
        ? sql``
        : sql`and fact in (select number from ${sql.ref(table)} ${whereAll(limited)})`;
    const own = [
      sql`fact_type = ${sql.literal(facet.from)} and relation = ${sql.literal(facet.link)} ${among}`,
    ];
    return sql`
      select target, count(distinct fact) from links
      ${whereAll([...own, ...limit('fact')])} group by target`;
  }
  const name = 'column' in facet ? facet.column : facet.bound;
  const column = led ? unindexed(name) : sql.ref(name);
  return sql`
    select ${column}, count(*) from ${sql.ref(table)}
    ${whereAll([...limited, sql`${column} is not null`])} group by 1`;
}
