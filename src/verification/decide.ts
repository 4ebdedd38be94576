import type { Anchor } from './anchors.ts';
import { type Candidate, costOfStep, costsOf, type Link, type Point } from './chain.ts';
import { costOfMissing, growthOf, isHeld, isWithinWord, margin } from './evidence.ts';
import type { Plain, PlainText } from './typography.ts';

/** Anchors in their order, between two points that are known; and the places that they may have there. */
export interface Stretch {
  before: Point;
  behind: Point;
  anchors: readonly Anchor[];
  /** By offset in the plain text. */
  places: readonly (readonly number[])[];
}

/** Places each anchor, or says that it may have several places, or none, by what all of them together cost. */
export function decide(text: PlainText, { before, behind, anchors, places }: Stretch): void {
  const links = anchors.map((anchor, index): Link => {
    const candidates = (places[index] ?? []).map((at) => candidateOf(text, anchor, at));
    return { candidates, missing: candidates.length === 0 ? 0 : costOfMissing(anchor) };
  });
  const costs = costsOf(before, links, behind);
  const allMissing = links.reduce((sum, { missing }) => sum + missing, costOfStep(before, behind));
  const least = costs.flat().reduce((sofar, cost) => Math.min(sofar, cost), allMissing);
  const chosen = links.map(({ candidates }, index) => {
    const nth = costs[index]?.findIndex((cost) => cost < least + 1e-6) ?? -1;
    return candidates[nth] ?? null;
  });

  let last = before;
  const nexts = nextPoints(chosen, behind);
  for (const [index, anchor] of anchors.entries()) {
    const next = nexts[index] ?? behind;
    const all = places[index] ?? [];
    const likely = all.filter((_, nth) => (costs[index]?.[nth] ?? 0) < least + margin);
    const candidate = chosen[index];
    if (candidate) {
      const [at = 0, ...others] = likely;
      const around = { last, next };
      const growth = growthOf(text, at, anchor.plain.text.length, candidate.point, around);
      const isOnly = others.length === 0;
      const isSure = isOnly && isHeld(text, anchor, candidate, around);
      if (isSure && growth === 'none') anchor.state = { is: 'placed', at };
      else if (isOnly && (growth === 'other' || (isSure && growth === 'whole')))
        anchor.state = { is: 'missing', within: at };
      else anchor.state = { is: 'undecided', places: likely };
      last = candidate.point;
    } else {
      const possible = all.filter((_, nth) => isBetween(links[index]?.candidates[nth], last, next));
      const isMissing =
        likely.length === 0 && (possible.length === 0 || isClosed(last, next, anchor));
      anchor.state = isMissing ? { is: 'missing' } : { is: 'undecided', places: possible };
    }
  }
}

function candidateOf(text: PlainText, anchor: Anchor, at: number): Candidate {
  const point = pointOf(text, anchor, at);
  return { point, doubt: isWithinWord(text, at, anchor.plain.text.length) ? 0.4 : 0 };
}

export function pointOf({ from, to }: Plain, { start, end, plain }: Anchor, at: number): Point {
  return { start, end, from: from[at] ?? 0, to: to[at + plain.text.length - 1] ?? 0 };
}

/** Of each, the place of the next one that has any. */
function nextPoints(chosen: readonly (Candidate | null)[], behind: Point): Point[] {
  let next = behind;
  return chosen
    .toReversed()
    .map((candidate) => {
      const own = next;
      next = candidate?.point ?? next;
      return own;
    })
    .reverse();
}

function isBetween(candidate: Candidate | undefined, last: Point, next: Point): boolean {
  if (candidate === undefined) return false;
  return (
    Number.isFinite(costOfStep(last, candidate.point)) &&
    Number.isFinite(costOfStep(candidate.point, next))
  );
}

/** Whether no more is put in or left out between two places than other words for those of the anchor. */
function isClosed(last: Point, next: Point, { start, end }: Anchor): boolean {
  const distance = next.start - last.end;
  return (
    Math.abs(next.from - last.to - distance) <= 8 + (end - start) + Math.min(20, distance / 20)
  );
}
