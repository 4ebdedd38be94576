import { type Anchor, placeWithin } from './anchors.ts';
import type { Point } from './chain.ts';
import { decide, pointOf } from './decide.ts';
import { findNear } from './find-near.ts';
import { isUncut, type Places } from './find-places.ts';
import type { Plain, PlainText } from './typography.ts';

/** Where words stand often, so many anchors are placed at once: those next to what is known. */
const mostAtOnce = 64;
const fewRounds = 8;

/** Where the article's text begins and ends, in both. */
export interface Ends {
  before: Point;
  behind: Point;
}

/**
 * Finds where the anchors stand in a text, in their order. What stands in few places is placed first; then,
 * from what is known on, what stands in many; and the parts of what stands there no longer.
 */
export function placeAnchors(
  text: PlainText,
  anchors: readonly Anchor[],
  places: Places,
  ends: Ends,
): void {
  const placesFor = ({ plain }: Anchor) => places.get(plain.text);
  for (const anchor of anchors) {
    const count = placesFor(anchor)?.length;
    anchor.standsOnce = count === 1;
    if (count === 0) anchor.state = { is: 'missing' };
  }
  let open = anchors.filter((it) => placesFor(it)?.length !== 0);
  placeAll(
    open.filter((it) => isSought(it) && placesFor(it) !== null),
    anchors.length,
  );
  // What was settled may help to settle more; where it is little in many rounds, that takes too long.
  for (let round = 0, before = -1; ; round++) {
    const settled = anchors.filter(({ state }) => state.is !== 'undecided').length;
    if (settled - before < (round < fewRounds ? 1 : mostAtOnce / 4)) return;
    before = settled;
    placeAll(open.filter(isSought), mostAtOnce);
  }

  function placeAll(sought: readonly Anchor[], most: number): void {
    const stretches = stretchesOf(text, anchors, new Set(sought), ends);
    for (const { before, between: all, behind } of stretches) {
      const between = all.length <= 2 * most ? all : [...all.slice(0, most), ...all.slice(-most)];
      const candidates = between.map((it) => placesFor(it) ?? placesNear(text, it, before, behind));
      const reachable = candidates.map((those) =>
        those.filter((at) => isWithin(text.from[at] ?? 0, before, behind)),
      );
      decide(text, { before, behind, anchors: between, places: reachable });
    }
    for (const anchor of open) placePart(anchor);
    open = open.filter(({ state }) => state.is === 'undecided');
  }
}

/** The nearest to where it would be if nothing had changed since what is before, or is behind. */
function placesNear(text: Plain, { start, plain }: Anchor, before: Point, behind: Point): number[] {
  const phrase = plain.text;
  const positions = [before.to + start - before.end, behind.from - (behind.start - start)];
  const places = new Set(positions.flatMap((position) => findNear(text, phrase, position)));
  return [...places].filter((at) => isUncut(text, at, phrase.length)).sort((a, b) => a - b);
}

function isWithin(from: number, before: Point, behind: Point): boolean {
  return from >= before.from && from <= behind.to;
}

/** Where what it is a part of stands, or may stand, it is placed with that. */
function isSought({ whole }: Anchor): boolean {
  const present = presentWhole(whole);
  return present === null || present.state.is === 'placed';
}

function placePart(part: Anchor): void {
  if (part.state.is === 'placed') return;
  const whole = presentWhole(part.whole);
  if (whole === null || whole.state.is === 'missing') return;
  const { state } = whole;
  const wholes = state.is === 'placed' ? [state.at] : state.places;
  const places = wholes.flatMap((at) => placeWithin(whole, at, part) ?? []);
  const [at] = places;
  if (at === undefined) return;
  part.state = state.is === 'placed' ? { is: 'placed', at } : { is: 'undecided', places };
}

/** The least whole that isn't missing itself. */
function presentWhole(whole: Anchor | null): Anchor | null {
  return whole?.state.is === 'missing' ? presentWhole(whole.whole) : whole;
}

interface Between {
  before: Point;
  between: Anchor[];
  behind: Point;
}

/** What is sought between each two anchors that are placed already. */
function stretchesOf(
  text: Plain,
  anchors: readonly Anchor[],
  sought: ReadonlySet<Anchor>,
  ends: Ends,
): Between[] {
  const stretches: Between[] = [];
  let [before, between]: [Point, Anchor[]] = [ends.before, []];
  const close = (behind: Point) => {
    if (between.length > 0) stretches.push({ before, between, behind });
    // A part of it ends before.
    if (behind.end >= before.end) before = behind;
    between = [];
  };
  for (const anchor of anchors) {
    if (sought.has(anchor)) between.push(anchor);
    if (anchor.state.is === 'placed') close(pointOf(text, anchor, anchor.state.at));
  }
  close(ends.behind);
  return stretches;
}
