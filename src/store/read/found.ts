import { isEmpty } from '../../text/sought.ts';
import type { Dialect, Slots } from '../dialect.ts';
import { articleOf, numberIn, rowidOf } from '../numbers.ts';
import type { Filter, Where } from '../plan.ts';
import type { SearchPlan } from '../search-plan.ts';
import { sql } from '../sql.ts';
import {
  conditionsOf,
  shapeOfWords,
  slotsOfConditions,
  slotsOfWords,
  whereAll,
} from './conditions.ts';
import type { Runner } from './runner.ts';

/** So many facts are ranked at most: with more, a common word would cost as much as all of its facts. */
export const mostRanked = 2000;

/** A fact that was found. */
export interface Found {
  type: string;
  fact: string;
  number: number;
  /** Null of what articles share. */
  article: string | null;
  terms: string;
}

/** Those that articles share, and then those that came last, first; one more than are ranked, if there are. */
export async function selectFound(
  runner: Runner,
  asked: SearchPlan,
  isRare: boolean,
): Promise<Found[]> {
  // Few rows are all looked up in their tables, where those of other types aren't found.
  const plan = isRare ? { ...asked, isOfEveryType: true } : asked;
  const rows = await runner.rows(
    JSON.stringify(['found', ...shapeOf(plan)]),
    () => {
      const each = plan.types.map(
        ({ factType, table }) => sql`
          select ${sql.literal(factType)}, facts.id, facts.number, articles.id, facts.terms
          from hits join ${sql.ref(table)} as facts on facts.number = ${numberIn(table, sql`hits.number`)}
            and hits.number = ${rowidOf(table, sql`facts.number`)}
          left join articles on articles.number = ${articleOf(sql`hits.number`)}`,
      );
      return sql`
        with hits as materialized (${matchesOf(runner.dialect, plan)} order by 1 desc limit ${sql.literal(mostRanked + 1)})
        ${sql.join(each, ' union all ')}`;
    },
    slotsOf(runner.dialect, plan),
  );
  return rows.map(([type, fact, number, article, terms]) => ({
    type: String(type),
    fact: String(fact),
    number: Number(number),
    article: article as string | null,
    terms: String(terms),
  }));
}

/** The numbers of what has the words. Articles have few facts, which are looked through; without them the words lead. */
function matchesOf(dialect: Dialect, plan: SearchPlan) {
  const { articles, withoutArticles, phrases } = plan;
  if (articles.length > 0)
    return sql`select number from (${statedBy(dialect, plan, phrases)}) as stated`;
  const left =
    withoutArticles.length === 0 ? sql`` : sql`and rowid not in (${statedBy(dialect, plan, null)})`;
  return sql`select rowid as number ${dialect.matching(phrases, tablesOf(plan))} ${left}`;
}

/** What the articles state: those that are searched, or else those that are left out. */
function statedBy(dialect: Dialect, plan: SearchPlan, phrases: SearchPlan['phrases'] | null) {
  const each = plan.types.map(({ table, article }) => {
    const filters = filtersOf(plan, article);
    const conditions = conditionsOf(dialect, { table, filters, phrases }, 0);
    return sql`select ${rowidOf(table)} as number from ${sql.ref(table)} ${whereAll(conditions)}`;
  });
  return sql.join(each, ' union all ');
}

function filtersOf({ articles, withoutArticles }: SearchPlan, where: Where): Filter[] {
  const only = { where, values: articles };
  // Without others, those that are left out are what is looked for: see `matchesOf`.
  const without = { where, values: withoutArticles, negated: articles.length > 0 };
  return [only, without].filter(({ values }) => values.length > 0);
}

function shapeOf(plan: SearchPlan): unknown[] {
  const { types, articles, withoutArticles, phrases } = plan;
  const lengths = [articles, withoutArticles].map(({ length }) => Math.min(length, 2));
  return [types.map(({ table }) => table), tablesOf(plan) === null, lengths, shapeOfWords(phrases)];
}

function slotsOf(dialect: Dialect, plan: SearchPlan): Slots {
  const { phrases } = plan;
  // Each type has its own filter, of the same values.
  const filters = filtersOf(plan, { column: 'id' });
  return {
    ...slotsOfConditions(dialect, { table: '', phrases: null, filters }),
    ...slotsOfWords(dialect, phrases, tablesOf(plan)),
  };
}

/**
 * The tables that the index of words is asked for. Null where it needn't be: each table has so many facts that to
 * compare them takes twenty times as long as to find a rare word. What must not be there has to be left out of something.
 */
function tablesOf({ types, isOfEveryType, phrases }: SearchPlan): string[] | null {
  return isOfEveryType && phrases.all.length > 0 ? null : types.map(({ table }) => table);
}

/** How many have the words. */
export async function countMatches(runner: Runner, plan: SearchPlan): Promise<number> {
  if (asksForNothing(plan)) return 0;
  const [row] = await runner.rows(
    JSON.stringify(['matches', ...shapeOf(plan)]),
    () => sql`select count(*) from (${matchesOf(runner.dialect, plan)}) as matches`,
    slotsOf(runner.dialect, plan),
  );
  return Number(row?.[0] ?? 0);
}

/** Then nothing is found. */
export function asksForNothing({ phrases, types }: SearchPlan): boolean {
  return isEmpty(phrases) || types.length === 0;
}
