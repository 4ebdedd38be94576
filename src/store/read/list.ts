import { sql } from 'kysely';
import type { Position } from '../../model/order.ts';
import {
  everythingOf,
  type List,
  type ListPlan,
  type Page,
  type Selection,
  type ValueCount,
  type Where,
} from '../plan.ts';
import { articleOf } from '../sqlite/dialect.ts';
import {
  type Condition,
  conditionsOf,
  shapeOfConditions,
  slotsOfConditions,
  whereAll,
} from './conditions.ts';
import { selectPage } from './page.ts';
import { type Runner, TooMuch } from './runner.ts';
import { chooseWay, isAmongFew, type Way } from './ways.ts';
import { checkWords } from './words.ts';

/** At most so many values of a facet: the most frequent. */
const mostValues = 100;

/**
 * A page, with what else was asked of the whole list.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function selectList(runner: Runner, plan: ListPlan): Promise<List> {
  if (plan.phrases !== null) await checkWords(runner, plan.phrases);
  const facets = Object.entries(plan.facets);
  if ((plan.counted || facets.length > 0) && !runner.beside && !(await isAmongFew(runner, plan)))
    throw new TooMuch('many rows are to be counted');
  const way = await chooseWay(runner, plan);
  const page = await selectWholePage(runner, plan, way);
  const total = plan.counted ? await countRows(runner, plan) : null;
  const counts: Record<string, ValueCount[]> = {};
  for (const [name, facet] of facets) counts[name] = await countValues(runner, plan, facet);
  return { ...page, total, facets: facets.length === 0 ? null : counts };
}

async function selectWholePage(runner: Runner, plan: ListPlan, way: Way): Promise<Page> {
  const { cut, ...page } = await selectPage(runner, plan, way);
  if (!cut) return page;
  if (!runner.beside) throw new TooMuch('the conditions hardly ever meet');
  // Few rows satisfy them all, so these are put in order.
  const { documents, next } = await selectPage(runner, plan, { sort: 'any' });
  return { documents, next };
}

/** As many as the longest page has: each batch holds up the process no longer than one does. */
const batchSize = 100;

/** Some rows of a selection, to be read one batch after the other; a batch may have none, and yet others follow. */
export async function selectBatch(
  runner: Runner,
  { selection, after }: { selection: Selection; after: Position | null },
): Promise<Page> {
  const way = await chooseWay(runner, selection);
  const { documents, next } = await selectPage(
    runner,
    { ...selection, after, limit: batchSize },
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
    if (!runner.beside && !(await isAmongFew(runner, all)))
      throw new TooMuch('there are many rows');
    counts[table] = await countRows(runner, all);
  }
  return counts;
}

/** How many rows all pages have together. */
async function countRows(runner: Runner, selection: Selection): Promise<number> {
  const [row] = await runner.rows(
    JSON.stringify(['total', ...shapeOfConditions(selection)]),
    () => sql`
      select count(*) from ${sql.table(selection.table)} ${whereAll(conditionsOf(selection, () => true))}
    `,
    slotsOfConditions(selection),
  );
  return Number(row?.[0] ?? 0);
}

/** The most frequent values among the rows, and how many rows have each. */
async function countValues(
  runner: Runner,
  selection: Selection,
  facet: Where,
): Promise<ValueCount[]> {
  const rows = await runner.rows(
    JSON.stringify(['values', facet, ...shapeOfConditions(selection)]),
    () => sql`
      ${valuesOf(
        selection.table,
        facet,
        conditionsOf(selection, () => true),
      )}
      order by 2 desc, 1 limit ${sql.lit(mostValues)}
    `,
    slotsOfConditions(selection),
  );
  return rows.map(([value, count]) => ({ value: String(value), count: Number(count) }));
}

function valuesOf(table: string, facet: Where, conditions: readonly Condition[]) {
  if ('article' in facet)
    return sql`
      select articles.id, counted.count from (
        select ${articleOf(sql`number`)} as article, count(*) as count
        from ${sql.table(table)} ${whereAll(conditions)} group by 1
      ) as counted join articles on articles.number = counted.article`;
  if ('link' in facet) {
    const among =
      conditions.length === 0
        ? sql``
        : sql`and fact in (select number from ${sql.table(table)} ${whereAll(conditions)})`;
    return sql`
      select target, count(distinct fact) from links
      where fact_type = ${sql.lit(facet.from)} and relation = ${sql.lit(facet.link)} ${among}
      group by target`;
  }
  const column = sql.ref('column' in facet ? facet.column : facet.bound);
  return sql`
    select ${column}, count(*) from ${sql.table(table)}
    ${whereAll([...conditions, sql`${column} is not null`])} group by 1`;
}
