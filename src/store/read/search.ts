import { sql } from 'kysely';
import { compare } from '../../text/rank.ts';
import { mostValues, type ValueCount } from '../plan.ts';
import type { SearchedType, SearchPlan, SearchResult } from '../search-plan.ts';
import { countMatches } from './found.ts';
import type { RankedHit } from './known.ts';
import { rankOnce } from './ranking.ts';
import { type Runner, TooMuch } from './runner.ts';

/**
 * The facts and articles that have the words, best first: those that came last are ranked, where there are many.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function searchFacts(runner: Runner, asked: SearchPlan): Promise<SearchResult> {
  const { hits: ranked, phrases, complete } = await rankOnce(runner, asked);
  const { after, limit, counted, facets } = asked;
  if (counted && !complete && !runner.beside) throw new TooMuch('many facts are to be counted');
  const rest = after === null ? ranked : ranked.filter((hit) => isBehind(hit, after));
  const hits = [];
  for (const { type, fact, article, language, score, number } of rest.slice(0, limit)) {
    const searched = asked.types.find(({ factType }) => factType === type);
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
    complete,
    total: !counted
      ? null
      : complete
        ? ranked.length
        : await countMatches(runner, { ...asked, phrases }),
    facets:
      facets.length === 0
        ? null
        : Object.fromEntries(facets.map((facet) => [facet, countValues(ranked, facet)])),
  };
}

function isBehind(hit: RankedHit, after: readonly unknown[]): boolean {
  const [score, type, fact] = after as [number, string, string];
  return (score - hit.score || compare(hit.type, type) || compare(hit.fact, fact)) > 0;
}

function countValues(hits: readonly RankedHit[], facet: 'type' | 'article'): ValueCount[] {
  const counts = new Map<string, number>();
  for (const hit of hits) {
    const value = hit[facet];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || compare(left.value, right.value))
    .slice(0, mostValues);
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
