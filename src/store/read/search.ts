import type { Position } from '../../model/order.ts';
import { compare } from '../../text/rank.ts';
import { articleOf, rowidOf } from '../numbers.ts';
import { mostValues, type ValueCount } from '../plan.ts';
import type { FoundFact, SearchedType, SearchPlan, SearchResult } from '../search-plan.ts';
import { sql } from '../sql.ts';
import { countMatches } from './found.ts';
import { rankOnce } from './ranking.ts';
import { type Runner, TooMuch } from './runner.ts';
import { countFitting } from './within-bytes.ts';

/**
 * The facts and articles that have the words, best first: those that came last are ranked, where there are many.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function searchFacts(runner: Runner, asked: SearchPlan): Promise<SearchResult> {
  const ranking = await rankOnce(runner, asked);
  const { phrases, complete, facts, articles, numbers, scores } = ranking;
  const { types, after, limit, counted, facets } = asked;
  if (counted && !complete && !runner.beside) throw new TooMuch('many facts are to be counted');
  const typeOf = (place: number) => types[ranking.types[place] ?? 0] as SearchedType;
  const first = after === null ? 0 : findBehind(after);
  const hits: FoundFact[] = [];
  let bytes = 0;
  for (let place = first; place < Math.min(first + limit, facts.length); place++) {
    const type = typeOf(place);
    const fact = facts[place] ?? '';
    const its = await selectDocument(runner, type, numbers[place] ?? 0);
    const length = Buffer.byteLength(its.document);
    if (countFitting([length], bytes) === 0) break;
    bytes += length;
    hits.push({
      type: type.factType,
      fact,
      article: articles[place] ?? null,
      score: scores[place] ?? 0,
      ...its,
      mentioned: await selectPhrases(runner, type, fact),
    });
  }
  const last = hits.at(-1);
  const counts = {
    type: (place: number) => typeOf(place).factType,
    article: (place: number) => articles[place] ?? null,
  };
  return {
    hits,
    phrases,
    next: last && first + hits.length < facts.length ? [last.score, last.type, last.fact] : null,
    considered: facts.length,
    complete,
    total: !counted
      ? null
      : complete
        ? facts.length
        : await countMatches(runner, { ...asked, phrases }),
    facets:
      facets.length === 0
        ? null
        : Object.fromEntries(
            facets.map((facet) => [facet, countValues(facts.length, counts[facet])]),
          ),
  };

  /** Where what comes behind that position begins. */
  function findBehind(position: Position): number {
    const [score, type, fact] = position as [number, string, string];
    const isBehind = (_: string, place: number) =>
      (score - (scores[place] ?? 0) ||
        compare(typeOf(place).factType, type) ||
        compare(facts[place] ?? '', fact)) > 0;
    const found = facts.findIndex(isBehind);
    return found < 0 ? facts.length : found;
  }
}

function countValues(length: number, valueAt: (place: number) => string | null): ValueCount[] {
  const counts = new Map<string, number>();
  for (let place = 0; place < length; place++) {
    const value = valueAt(place);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || compare(left.value, right.value))
    .slice(0, mostValues);
}

/** A fact, and the language of its article. */
async function selectDocument(
  runner: Runner,
  { table, shared }: SearchedType,
  number: number,
): Promise<{ document: string; language: string | null }> {
  const language = shared
    ? sql`null`
    : sql`(select language from articles where articles.number = ${articleOf(rowidOf(table, sql`facts.number`))})`;
  const [row] = await runner.rows(
    `document ${table}`,
    () => sql`
      select document, ${language} from ${sql.ref(table)} as facts
      where number = ${runner.dialect.valueIn('number')}`,
    { number },
  );
  return { document: String(row?.[0]), language: (row?.[1] ?? null) as string | null };
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
