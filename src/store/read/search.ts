import { sql } from 'kysely';
import { isEmpty, type Sought } from '../../text/query.ts';
import { compare, type Frequency, rank } from '../../text/rank.ts';
import {
  type Filter,
  mostValues,
  type SearchedType,
  type SearchPlan,
  type SearchResult,
  type Value,
  type ValueCount,
  type Where,
} from '../plan.ts';
import { articleOf, numberIn, rowidOf, valueIn } from '../sqlite/dialect.ts';
import {
  conditionsOf,
  matching,
  shapeOfConditions,
  slotsOfConditions,
  toMatch,
  toMatchAny,
  whereAll,
} from './conditions.ts';
import { countOnce } from './count-once.ts';
import { type Runner, TooMuch } from './runner.ts';
import { checkWords, countSearched, findForms } from './words.ts';

/** So many facts are ranked at most: with more, a common word would cost as much as all of its facts. */
const mostRanked = 2000;

/** A fact that was found. */
interface Found {
  type: string;
  fact: string;
  number: number;
  /** Null of what articles share. */
  article: string | null;
  /** Of its article. */
  language: string | null;
  terms: string;
}

/**
 * The facts and articles that have the words, best first: those that came last are ranked, where there are many.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function searchFacts(runner: Runner, asked: SearchPlan): Promise<SearchResult> {
  const phrases = await findForms(runner, asked.phrases);
  const plan = { ...asked, phrases };
  const { after, limit, counted, facets } = plan;
  await checkWords(runner, phrases);
  const groups = [];
  for (const group of phrases.all) groups.push(await countEach(runner, group));
  const isRare = groups.some((group) => sumOf(group) <= runner.bounds.ranked);
  if (!runner.beside && !isRare && !isEmpty(phrases) && plan.articles.length === 0)
    throw new TooMuch('many facts are to be ranked');
  const found = asksForNothing(plan) ? [] : await selectFound(runner, plan);
  const candidates = found.slice(0, mostRanked);
  const ranked = rank(candidates, groups.flat(), await countSearched(runner));
  const rest = after === null ? ranked : ranked.filter((hit) => isBehind(hit, after));
  const hits = [];
  for (const { type, fact, article, language, score, number } of rest.slice(0, limit)) {
    const searched = plan.types.find(({ factType }) => factType === type);
    if (searched === undefined) throw new Error(`${type} was not searched`);
    const document = await selectDocument(runner, searched.table, number);
    const mentioned = await selectPhrases(runner, searched, fact);
    hits.push({ type, fact, article, language, score, document, mentioned });
  }
  const last = hits.at(-1);
  return {
    hits,
    phrases,
    next: last && rest.length > limit ? [last.score, last.type, last.fact] : null,
    considered: ranked.length,
    complete: found.length <= mostRanked,
    total: counted ? await countMatches(runner, plan) : null,
    facets:
      facets.length === 0
        ? null
        : Object.fromEntries(facets.map((facet) => [facet, countValues(ranked, facet)])),
  };
}

function asksForNothing({ phrases, types }: SearchPlan): boolean {
  return isEmpty(phrases) || types.length === 0;
}

function isBehind(hit: Found & { score: number }, after: readonly unknown[]): boolean {
  const [score, type, fact] = after as [number, string, string];
  return (score - hit.score || compare(hit.type, type) || compare(hit.fact, fact)) > 0;
}

function countValues(hits: readonly Found[], facet: 'type' | 'article'): ValueCount[] {
  const counts = new Map<string, number>();
  for (const hit of hits) {
    const value = hit[facet];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || compare(left.value, right.value))
    .slice(0, mostValues);
}

/** Those that articles share, and then those that came last, first; one more than are ranked, if there are. */
async function selectFound(runner: Runner, plan: SearchPlan): Promise<Found[]> {
  const rows = await runner.rows(
    JSON.stringify(['found', ...shapeOf(plan)]),
    () => {
      const each = plan.types.map(
        ({ factType, table }) => sql`
          select ${sql.lit(factType)}, facts.id, facts.number, articles.id, articles.language, facts.terms
          from hits join ${sql.table(table)} as facts on facts.number = ${numberIn(table, sql`hits.number`)}
            and hits.number = ${rowidOf(table, sql`facts.number`)}
          left join articles on articles.number = ${articleOf(sql`hits.number`)}`,
      );
      return sql`
        with hits as materialized (${matchesOf(plan)} order by 1 desc limit ${sql.lit(mostRanked + 1)})
        ${sql.join(each, sql` union all `)}`;
    },
    slotsOf(plan),
  );
  return rows.map(([type, fact, number, article, language, terms]) => ({
    type: String(type),
    fact: String(fact),
    number: Number(number),
    article: article as string | null,
    language: language as string | null,
    terms: String(terms),
  }));
}

/** The numbers of what has the words. Articles have few facts, which are looked through; without them the words lead. */
function matchesOf(plan: SearchPlan) {
  const { articles, withoutArticles, phrases } = plan;
  if (articles.length > 0) return sql`select number from (${statedBy(plan, phrases)})`;
  const left =
    withoutArticles.length === 0 ? sql`` : sql`and rowid not in (${statedBy(plan, null)})`;
  return sql`select rowid as number ${matching()} ${left}`;
}

/** What the articles state: those that are searched, or else those that are left out. */
function statedBy(plan: SearchPlan, phrases: SearchPlan['phrases'] | null) {
  const each = plan.types.map(({ table, article }) => {
    const filters = filtersOf(plan, article);
    const conditions = conditionsOf({ table, filters, phrases }, (condition) => condition === 0);
    return sql`select ${rowidOf(table)} as number from ${sql.table(table)} ${whereAll(conditions)}`;
  });
  return sql.join(each, sql` union all `);
}

function filtersOf({ articles, withoutArticles }: SearchPlan, where: Where): Filter[] {
  const [only, without] = [articles, withoutArticles].map((values): Filter[] =>
    values.length === 0 ? [] : [{ where, values }],
  ) as [Filter[], Filter[]];
  return only.length === 0
    ? without
    : [...only, ...without.map((filter) => ({ ...filter, negated: true }))];
}

function shapeOf(plan: SearchPlan): unknown[] {
  const { types, articles, withoutArticles, phrases } = plan;
  const lengths = [articles, withoutArticles].map(({ length }) => Math.min(length, 2));
  const looked = articles.length > 0 && shapeOfConditions({ table: '', filters: [], phrases });
  return [types.map(({ table }) => table), lengths, looked];
}

function slotsOf(plan: SearchPlan): Record<string, Value> {
  const { types, phrases } = plan;
  // Each type has its own filter, of the same values.
  const filters = filtersOf(plan, { column: 'id' });
  const tables = types.map(({ table }) => table);
  return {
    ...slotsOfConditions({ table: '', phrases, filters }),
    words: toMatch(phrases, tables),
  };
}

/** How many facts have each: what it weighs. */
async function countEach(runner: Runner, group: readonly Sought[]): Promise<Frequency[]> {
  const frequencies = [];
  for (const sought of group) frequencies.push({ sought, facts: await countFacts(runner, sought) });
  return frequencies;
}

function sumOf(frequencies: readonly Frequency[]): number {
  return frequencies.reduce((sum, { facts }) => sum + facts, 0);
}

/** More than are ranked are all alike. */
function countFacts(runner: Runner, sought: Sought): Promise<number> {
  const words = `terms : (${toMatchAny(sought)})`;
  return countOnce(
    runner,
    words,
    { shape: 'frequency', rows: matching, slots: { words } },
    mostRanked,
  );
}

async function countMatches(runner: Runner, plan: SearchPlan): Promise<number> {
  if (asksForNothing(plan)) return 0;
  const [row] = await runner.rows(
    JSON.stringify(['matches', ...shapeOf(plan)]),
    () => sql`select count(*) from (${matchesOf(plan)})`,
    slotsOf(plan),
  );
  return Number(row?.[0] ?? 0);
}

async function selectDocument(runner: Runner, table: string, number: number): Promise<string> {
  const [row] = await runner.rows(
    `document ${table}`,
    () => sql`select document from ${sql.table(table)} where number = ${valueIn('number')}`,
    { number },
  );
  return String(row?.[0]);
}

/** The different phrases that mention a fact. */
async function selectPhrases(
  runner: Runner,
  { shared, table, factType }: SearchedType,
  fact: string,
): Promise<string[]> {
  const rows = shared
    ? await runner.rows(
        'phrases of shared',
        () => sql`select key from statements
          where type = ${valueIn('type')} and id = ${valueIn('fact')} and field = 'phrase' order by 1`,
        { type: table, fact },
      )
    : await runner.rows(
        'phrases',
        () => sql`select distinct exact from anchors
          where fact = ${valueIn('fact')} and fact_type = ${valueIn('type')}
          order by 1`,
        { type: factType, fact },
      );
  return rows.map(([phrase]) => String(phrase));
}
