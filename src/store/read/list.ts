import type { Position } from '../../model/order.ts';
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
import { whereAll } from './conditions.ts';
import { beginCounting, type Counting } from './counting.ts';
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
  const counting = plan.counted || facets.length > 0 ? await beginCounting(runner, plan) : null;
  const page = await selectWholePage(runner, plan, await chooseWay(runner, plan));
  const total = counting && plan.counted ? await countInTime(counting.count('total')) : null;
  const counts: Record<string, ValueCount[]> = {};
  for (const [name, facet] of facets) {
    const values = counting && (await countInTime(countValues(counting, plan, facet)));
    if (values !== null) counts[name] = values;
  }
  const complete =
    (total !== null || !plan.counted) && Object.keys(counts).length === facets.length;
  return { ...page, total, facets: facets.length === 0 ? null : counts, complete };
}

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
    await findLead(runner, everythingOf(table));
    const [row] = await runner.rows(
      `count ${table}`,
      () => sql`select count(*) from ${sql.ref(table)}`,
      {},
    );
    counts[table] = Number(row?.[0] ?? 0);
  }
  return counts;
}

/** The most frequent values among the rows, and how many rows have each. */
async function countValues(
  counting: Counting,
  selection: Selection,
  facet: Where,
): Promise<ValueCount[]> {
  const rows = await counting.rows(
    ['values', facet],
    () => sql`
      ${valuesOf(counting, selection, facet)}
      order by 2 desc, 1 limit ${sql.literal(mostValues)}
    `,
  );
  return rows.map(([value, count]) => ({ value: String(value), count: Number(count) }));
}

function valuesOf(
  { from, column, limit }: Counting,
  { filters, phrases }: Selection,
  facet: Where,
) {
  if ('article' in facet)
    return sql`
      select articles.id, counted.count from (
        select ${articleOf(sql`number`)} as article, count(*) as count ${from()} group by 1
      ) as counted join articles on articles.number = counted.article`;
  if ('link' in facet) {
    const isOfAll = filters.length === 0 && phrases === null;
    const conditions = [
      sql`fact_type = ${sql.literal(facet.from)}`,
      sql`relation = ${sql.literal(facet.link)}`,
      ...(isOfAll ? [] : [sql`fact in (select number ${from()})`]),
      ...limit('fact'),
    ];
    return sql`
      select target, count(distinct fact) from links ${whereAll(conditions)} group by target`;
  }
  const value = column('column' in facet ? facet.column : facet.bound);
  return sql`select ${value}, count(*) ${from(sql`${value} is not null`)} group by 1`;
}
