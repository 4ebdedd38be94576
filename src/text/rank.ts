import { countPhrase } from './count-phrase.ts';
import type { Phrase, Sought } from './sought.ts';

/** How common something that is looked for is: how many facts have it. */
export interface Frequency {
  sought: Sought;
  facts: number;
}

/** The constants of Okapi BM25 as they are usually chosen. */
const [k1, b] = [1.2, 0.75];

/**
 * The candidates with their scores by Okapi BM25, best first: rare words weigh more, and a word weighs
 * more in a short text. A word as it was typed weighs more than its other forms ever can. Ties are broken
 * by type and id, so that the order is total.
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
  const weighed = frequencies.map(({ sought, facts }) => ({
    sought,
    weight: Math.log(1 + (Math.max(all - facts, 0) + 0.5) / (facts + 0.5)),
  }));
  return measured
    .map(({ candidate, length }) => {
      const norm = k1 * (1 - b + (b * length) / average);
      const score = weighed.reduce((sum, { sought: { phrases, forms }, weight }) => {
        const typed = countAny(candidate.terms, phrases);
        const count = typed + countAny(candidate.terms, forms);
        const share = (count * (k1 + 1)) / (count + norm);
        // No share reaches k1 + 1.
        return sum + weight * (typed > 0 && forms.length > 0 ? share + k1 + 1 : share);
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

function countAny(terms: string, phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, phrase) => sum + countPhrase(terms, phrase), 0);
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
