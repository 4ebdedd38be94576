/** Where something stands: in the article's text as it was, and in the one at hand. */
export interface Point {
  start: number;
  end: number;
  /** The same in the text at hand. */
  from: number;
  to: number;
}

/** One of the places that a mention may have. */
export interface Candidate {
  point: Point;
  /** What speaks against it, whatever its neighbours are. */
  doubt: number;
}

/** What is looked for, and all the places that it may have. */
export interface Link {
  candidates: readonly Candidate[];
  /** What it costs to say that it has none of them. */
  missing: number;
}

/** So many ways to have come so far are kept; the best ones. */
const mostWays = 64;

/**
 * What each candidate costs: the least that is to be explained where the mention stands there and all others
 * where that is cheapest. The mentions are in their order, between two points that are known. A change of
 * the distance between two neighbours has to be explained, by something put in, left out or set otherwise,
 * and so has a mention that stands nowhere.
 */
export function costsOf(before: Point, links: readonly Link[], behind: Point): number[][] {
  const forth = walk(before, links);
  const back = walk(
    mirror(behind),
    links
      .map(({ candidates, missing }) => ({
        candidates: candidates.map(({ point, doubt }) => ({ point: mirror(point), doubt })),
        missing,
      }))
      .reverse(),
  ).reverse();
  return links.map(({ candidates }, index) =>
    candidates.map(
      ({ doubt }, nth) => (forth[index]?.[nth] ?? 0) + (back[index]?.[nth] ?? 0) - doubt,
    ),
  );
}

/** The same seen from the end. */
function mirror({ start, end, from, to }: Point): Point {
  return { start: -end, end: -start, from: -to, to: -from };
}

interface Way {
  last: Point;
  cost: number;
}

/** What it costs at least to come to each candidate from one side. */
function walk(begin: Point, links: readonly Link[]): number[][] {
  let ways: Way[] = [{ last: begin, cost: 0 }];
  return links.map(({ candidates, missing }) => {
    const costs = candidates.map(({ point, doubt }) => leastCost(ways, point) + doubt);
    for (const way of ways) way.cost += missing;
    for (const [nth, { point }] of candidates.entries()) {
      const cost = costs[nth] ?? Number.POSITIVE_INFINITY;
      if (Number.isFinite(cost)) ways.push({ last: point, cost });
    }
    ways = ways.sort((left, right) => left.cost - right.cost).slice(0, mostWays);
    return costs;
  });
}

/** @param ways the cheapest first */
function leastCost(ways: readonly Way[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { last, cost } of ways) {
    if (cost >= least) break;
    least = Math.min(least, cost + costOfStep(last, point));
  }
  return least;
}

/** By how much the distance between the one and the other has changed. */
export function changeOf(last: Point, next: Point): number {
  const [start, end] = [last.end, next.start];
  if (start <= end) return next.from - last.to - (end - start);
  // They overlap.
  return leastOf(
    next.from - last.from - (next.start - last.start),
    next.to - last.to - (next.end - last.end),
  );
}

/** What has to be explained where the one stands there and the other here. */
export function costOfStep(last: Point, next: Point): number {
  const distance = next.start - last.end;
  if (distance >= 0 && next.from < last.to) return Number.POSITIVE_INFINITY;
  return costOfChange(changeOf(last, next), Math.max(0, distance), lengthOf(last, next));
}

/** As typography changes what is a few characters long, or the breaks between so long paragraphs. */
const slight = 2;
const paragraph = 80;
export const costOfSlight = 0.3;
/** As another word is longer or shorter. */
const word = 12;

/**
 * The costs are such that two places alike are told apart by what is around them, and that whatever stands
 * alone between two stretches that were put in is in doubt, but for long phrases.
 */
function costOfChange(by: number, distance: number, length: number): number {
  const size = Math.abs(by);
  if (size === 0) return 0;
  // So near, it could be no other place of the same words.
  if (size <= slight + distance / paragraph && size < length) return costOfSlight;
  if (size <= word + distance / 20) return 0.6;
  return by > 0 ? 1 : 2;
}

function leastOf(one: number, other: number): number {
  return Math.abs(one) < Math.abs(other) ? one : other;
}

/** The ends of the text have no length. */
function lengthOf(one: Point, other: Point): number {
  return Math.min(
    one.end - one.start || Number.POSITIVE_INFINITY,
    other.end - other.start || Number.POSITIVE_INFINITY,
  );
}
