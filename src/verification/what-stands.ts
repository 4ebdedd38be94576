import type { CodePoints } from '../text/code-points.ts';
import { figureBefore, figureBehind } from '../text/figures.ts';
import { isOfWord } from '../text/letters.ts';
import type { Anchor } from './anchors.ts';
import type { Point } from './chain.ts';
import { pointOf } from './decide.ts';
import { indexOf } from './find-near.ts';
import { findSimilar, type Similar } from './find-similar.ts';
import type { Ends } from './place.ts';
import type { Plain } from './typography.ts';

/** So many anchors on either side may tell where one should be. */
const mostAsked = 8;
/** Farther from what is known, it can't be told. */
const farthest = 200;
/** Other words may be longer by so much, and half as long again. */
const mostLonger = 12;
/** So much is compared in all: the square of the length of each phrase. */
const mostCompared = 50_000_000;
/** A word that is cut is shown whole, unless it is longer; and so is a figure. */
const longestWord = 40;

/** Where something stands in the text as it is, in code points. */
export interface Span {
  start: number;
  end: number;
}

/** A place that is known in both texts. */
interface Edge {
  was: number;
  is: number;
  /** Where something may well have been put in: at either end of the text. */
  isOuter: boolean;
}

/** Finds what stands in the text where an anchor should whose words don't; null where nothing does, or it can't be told. */
export function createLookup(
  characters: CodePoints,
  text: Plain,
  anchors: readonly Anchor[],
  { before, behind }: Ends,
): (anchor: Anchor) => Span | null {
  let left = mostCompared;
  const numbers = new Map(anchors.map((anchor, index) => [anchor, index]));
  return (anchor) => {
    const { start, end, plain, state } = anchor;
    if (state.is === 'missing' && state.within !== undefined)
      return wholeWords(state.within, state.within + plain.text.length);
    const edges = edgesAround(numbers.get(anchor) ?? 0);
    const first = nearest(
      edges.filter(({ was }) => was < end),
      start,
    );
    const last = nearest(
      edges.filter(({ was }) => was > start),
      end,
    );
    const length = end - start;
    let [from, to] = [placeOf(first, start), placeOf(last, end)];
    const similar = findLike(plain.text, from) ?? findLike(plain.text, to - length);
    if (similar !== null) return wholeWords(similar.start, similar.end);
    if (isLeftOut(edges, anchor)) return null;
    const distances = [distanceTo(first, start), distanceTo(last, end)] as const;
    if (Math.min(...distances) > farthest) return null;
    // Other words may be longer or shorter; but more than that is something else between.
    if (to <= from || Math.abs(to - from - length) > mostLonger + length / 2) {
      if (distances[0] <= distances[1]) to = from + length;
      else from = to - length;
    }
    return wholeWords(indexOf(text.from, from), indexOf(text.from, to));
  };

  /** As long as it doesn't take too long: where very many are missing, what is like them says little. */
  function findLike(phrase: string, position: number): Similar | null {
    left -= phrase.length ** 2;
    return left < 0 ? null : findSimilar(text, phrase, position);
  }

  function edgesAround(index: number): Edge[] {
    const points: Point[] = [before, behind];
    for (const step of [-1, 1])
      for (let at = index + step, asked = 0; at in anchors && asked < mostAsked; at += step) {
        const other = anchors[at];
        if (other?.state.is !== 'placed') continue;
        points.push(pointOf(text, other, other.state.at));
        asked++;
      }
    return points.flatMap(({ start, end, from, to }) => [
      { was: start, is: from, isOuter: start === end },
      { was: end, is: to, isOuter: start === end },
    ]);
  }

  /** What a part of the plain text comes from, and the rest of words that it cuts. */
  function wholeWords(first: number, behindLast: number): Span | null {
    const isBlank = (at: number) => text.text.charAt(at) === ' ';
    let start = text.starts[isBlank(first) ? first + 1 : first] ?? characters.length;
    let end = text.ends[isBlank(behindLast - 1) ? behindLast - 2 : behindLast - 1] ?? 0;
    if (start >= end) return null;
    const cuts = (at: number) =>
      isOfWord(characters.slice(at - 1, at)) && isOfWord(characters.slice(at, at + 1));
    for (let moved = 0; moved < longestWord && cuts(start); moved++) start--;
    for (let moved = 0; moved < longestWord && cuts(end); moved++) end++;
    return {
      start: start - figureBefore(characters, start),
      end: end + figureBehind(characters, end),
    };
  }
}

/** @param edges one at least, as the ends of the text are known */
function nearest(edges: readonly Edge[], position: number): Edge {
  return edges.reduce((one, other) =>
    distanceTo(other, position) < distanceTo(one, position) ? other : one,
  );
}

/** As far as it may be trusted. */
function distanceTo({ was, isOuter }: Edge, position: number): number {
  return Math.abs(was - position) + (isOuter ? farthest / 4 : 0);
}

function placeOf({ was, is }: Edge, position: number): number {
  return is + position - was;
}

/** Whether so much is gone between what is before and behind that what was there must be. */
function isLeftOut(edges: readonly Edge[], { start, end }: Anchor): boolean {
  const left = nearest(
    edges.filter(({ was }) => was <= start),
    start,
  );
  const right = nearest(
    edges.filter(({ was }) => was >= end),
    end,
  );
  const distance = right.was - left.was;
  return right.is - left.is < distance - (8 + (end - start) + distance / 20);
}
