import { type Frequency, rank } from '../../text/rank.ts';
import { isEmpty, type Sought } from '../../text/sought.ts';
import type { SearchPlan } from '../search-plan.ts';
import { shapeOfWords, slotsOfWords } from './conditions.ts';
import { countOnce } from './count-once.ts';
import { asksForNothing, mostRanked, selectFound } from './found.ts';
import type { Ranking } from './known.ts';
import { type Runner, TooMuchToRank } from './runner.ts';
import { areQuick, countSearched, withForms } from './words.ts';

/** Tells what is looked for from everything else, whatever the page. */
export function keyOfRanking({ types, articles, withoutArticles, phrases }: SearchPlan): string {
  return JSON.stringify([types.map(({ table }) => table), articles, withoutArticles, phrases]);
}

/**
 * What has the words, best first: worked out once for each state of the content.
 * @throws TooMuchToRank where that has to be done beside others, and isn't
 */
export async function rankOnce(runner: Runner, asked: SearchPlan): Promise<Ranking> {
  const { rankings } = runner.known;
  const key = keyOfRanking(asked);
  const known = rankings.get(key);
  if (known !== undefined) return known;
  const ranking = await rankFacts(runner, asked);
  rankings.set(key, ranking);
  return ranking;
}

async function rankFacts(runner: Runner, asked: SearchPlan): Promise<Ranking> {
  const plan = await withForms(runner, asked);
  const { phrases, articles } = plan;
  const isQuick = await areQuick(runner, phrases);
  const groups = [];
  for (const group of isQuick ? phrases.all : []) groups.push(await countEach(runner, group));
  const isRare = groups.some((group) => sumOf(group) <= runner.bounds.ranked);
  const leads = isRare || isEmpty(phrases) || articles.length > 0;
  if (!isQuick || !(runner.beside || leads)) throw new TooMuchToRank(asked);
  const found = asksForNothing(plan) ? [] : await selectFound(runner, plan, isRare);
  const ranked = rank(found.slice(0, mostRanked), groups.flat(), await countSearched(runner));
  const types = new Map(plan.types.map(({ factType }, place) => [factType, place]));
  const articlesOnce = new Map<string | null, string | null>();
  return {
    phrases,
    types: Uint8Array.from(ranked, ({ type }) => types.get(type) ?? 0),
    numbers: Float64Array.from(ranked, ({ number }) => number),
    scores: Float64Array.from(ranked, ({ score }) => score),
    facts: ranked.map(({ fact }) => fact),
    // Of many facts of an article, one text.
    articles: ranked.map(({ article }) => articlesOnce.getOrInsert(article, article)),
    complete: found.length <= mostRanked,
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
