import { sql } from 'kysely';
import { compare, type Frequency, rank } from '../../text/rank.ts';
import { isEmpty, type Sought } from '../../text/sought.ts';
import { mostValues, type ValueCount } from '../plan.ts';
import type { SearchedType, SearchPlan, SearchResult } from '../search-plan.ts';
import { shapeOfWords, slotsOfWords } from './conditions.ts';
import { countOnce } from './count-once.ts';
import { asksForNothing, countMatches, type Found, mostRanked, selectFound } from './found.ts';
import { type Runner, TooMuch } from './runner.ts';
import { checkWords, countSearched, withForms } from './words.ts';

/**
 * The facts and articles that have the words, best first: those that came last are ranked, where there are many.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function searchFacts(runner: Runner, asked: SearchPlan): Promise<SearchResult> {
  const plan = await withForms(runner, asked);
  const { phrases, after, limit, counted, facets } = plan;
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
  const { dialect } = runner;
  const query = { all: [[sought]], none: [] };
  return countOnce(
    runner,
    JSON.stringify(query),
    {
      shape: JSON.stringify(['frequency', ...shapeOfWords(query)]),
      rows: () => dialect.matching(query, null),
      slots: slotsOfWords(dialect, query, null),
    },
    mostRanked,
  );
}

async function selectDocument(runner: Runner, table: string, number: number): Promise<string> {
  const [row] = await runner.rows(
    `document ${table}`,
    () =>
      sql`select document from ${sql.table(table)} where number = ${runner.dialect.valueIn('number')}`,
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
  const { valueIn } = runner.dialect;
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
