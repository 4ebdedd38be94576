import type { Phrase } from './query.ts';
import { countPhrase } from './term-text.ts';

/** How common a phrase is, among how many facts. */
export interface Frequency {
  phrase: Phrase;
  facts: number;
}

/** The constants of Okapi BM25 as they are usually chosen. */
const [k1, b] = [1.2, 0.75];

/**
 * The candidates with their scores by Okapi BM25, best first: rare words weigh more, and a word weighs
 * more in a short text. Ties are broken by type and id, so that the order is total.
 *
 * @param all how many facts there are
 */
export function rank<Candidate extends { type: string; fact: string; terms: string }>(
  candidates: readonly Candidate[],
  frequencies: readonly Frequency[],
  all: number,
): (Candidate & { score: number })[] {
  const measured = candidates.map((candidate) => ({
    candidate,
    length: lengthOf(candidate.terms),
  }));
  const average = measured.reduce((sum, { length }) => sum + length, 0) / (measured.length || 1);
  const weighed = frequencies.map(({ phrase, facts }) => ({
    phrase,
    weight: Math.log(1 + (Math.max(all - facts, 0) + 0.5) / (facts + 0.5)),
  }));
  return measured
    .map(({ candidate, length }) => {
      const norm = k1 * (1 - b + (b * length) / average);
      const score = weighed.reduce((sum, { phrase, weight }) => {
        const count = countPhrase(candidate.terms, phrase);
        return sum + (weight * count * (k1 + 1)) / (count + norm);
      }, 0);
      return { ...candidate, score: Number(score.toFixed(4)) };
    })
    .sort(
      (left, right) =>
        right.score - left.score ||
        compare(left.type, right.type) ||
        compare(left.fact, right.fact),
    );
}

/** How many words it has, about. */
function lengthOf(terms: string): number {
  let spaces = 0;
  for (let at = terms.indexOf(' '); at >= 0; at = terms.indexOf(' ', at + 1)) spaces++;
  return spaces;
}

export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
