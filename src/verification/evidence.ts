import { figureBefore, figureBehind } from '../text/figures.ts';
import { isOfWord } from '../text/letters.ts';
import { characterAt, characterBefore } from '../text/span.ts';
import type { Anchor } from './anchors.ts';
import { type Candidate, changeOf, costOfSlight, costOfStep, type Point } from './chain.ts';
import { findSimilar } from './find-similar.ts';
import type { Plain, PlainText } from './typography.ts';

/** What costs less than this more is another way to understand the text. */
export const margin = 0.3;
/** What is shorter may stand by chance between two stretches that were put in. */
const shortestAlone = 16;
/** What is no farther away than a paragraph break may be there by chance. */
const paragraphBreak = 3;

/** What stands once hardly stands there by chance; the less, the longer it is. */
export function costOfMissing({ plain, standsOnce }: Anchor): number {
  return standsOnce ? 1.35 + Math.min(0.65, Math.max(0, (plain.text.length - 8) / 30)) : 1;
}

/** The points before and behind. */
export interface Neighbours {
  last: Point;
  next: Point;
}

/**
 * Whether what is around it speaks for its place: without it there would be more to explain, and where it
 * would stand if nothing had been put in beside it, nothing like it stands.
 */
export function isHeld(
  text: Plain,
  anchor: Anchor,
  { point, doubt }: Candidate,
  { last, next }: Neighbours,
): boolean {
  const [back, forth] = [costOfStep(last, point), costOfStep(point, next)];
  if (costOfMissing(anchor) + costOfStep(last, next) < back + forth + doubt + margin) return false;
  if (isNearby(last, back, point.start - last.end)) return true;
  if (isNearby(next, forth, next.start - point.end)) return true;
  // Other places of the same words are as good; and so may be another of few words that stand once.
  if (!anchor.standsOnce) return false;
  if (Math.max(back, forth) >= 1 && anchor.plain.text.length < shortestAlone) return false;
  if (Math.sign(changeOf(last, point)) !== Math.sign(changeOf(point, next))) return false;
  return [last.to + anchor.start - last.end, next.from - (next.start - anchor.start)].every(
    (from) => {
      const similar = findSimilar(text, anchor.plain.text, from);
      return similar === null || similar.errors === 0;
    },
  );
}

/**
 * Whether a neighbour is where it was beside it, and not by chance, as something else that ends like the text
 * or begins like the next paragraph.
 */
function isNearby({ start, end }: Point, cost: number, distance: number): boolean {
  if (distance > paragraphBreak && start !== end) return cost <= costOfSlight;
  return cost === 0 && (distance > paragraphBreak || start !== end || start === 0);
}

/**
 * Whether a word at its end, or at its beginning, has become longer, as Stein becomes Steiner: the word goes
 * on, and there is as much more text on that side; or more than that, so that it can't be told. A figure that
 * goes on is another one, as 1,200 for 200, but where nothing else has changed: it may have been cut before.
 */
export function growthOf(
  plain: PlainText,
  at: number,
  length: number,
  point: Point,
  { last, next }: Neighbours,
): 'none' | 'whole' | 'perhaps' | 'other' {
  const { text } = plain;
  const figures = figuresAround(plain, at, length);
  const sides = [
    {
      goesOn: lettersBefore(text, at),
      isOfFigure: figures.before > 0,
      more: changeOf(last, point),
    },
    {
      goesOn: lettersFrom(text, at + length),
      isOfFigure: figures.behind > 0,
      more: changeOf(point, next),
    },
  ];
  const cut = sides.filter(({ isOfFigure }) => isOfFigure);
  if (cut.length > 0) return cut.some(({ more }) => more !== 0) ? 'other' : 'perhaps';
  const grown = sides.filter(({ goesOn, more }) => goesOn > 0 && more > 0);
  if (grown.length === 0) return 'none';
  return grown.some(({ goesOn, more }) => goesOn === more) ? 'whole' : 'perhaps';
}

/** Whether it begins or ends within a word or a figure. */
export function isWithinWord(plain: PlainText, at: number, length: number): boolean {
  const { text } = plain;
  if (joinsWord(text, at) || joinsWord(text, at + length)) return true;
  const { before, behind } = figuresAround(plain, at, length);
  return before + behind > 0;
}

/** How much of the figures that it begins or ends with stands before it, and behind it. */
function figuresAround({ original, starts, ends }: PlainText, at: number, length: number) {
  return {
    before: figureBefore(original, starts[at] ?? 0),
    behind: figureBehind(original, ends[at + length - 1] ?? original.length),
  };
}

function joinsWord(text: string, offset: number): boolean {
  return isOfWord(characterBefore(text, offset)) && isOfWord(characterAt(text, offset));
}

/** No word is longer than that. */
const mostLetters = 40;

/** How many letters of the word that begins before an offset are behind it. */
function lettersFrom(text: string, offset: number): number {
  if (!joinsWord(text, offset)) return 0;
  let count = 0;
  for (let at = offset; count < mostLetters && isOfWord(characterAt(text, at)); count++)
    at += characterAt(text, at).length;
  return count;
}

/** How many letters of the word that goes on at an offset are before it. */
function lettersBefore(text: string, offset: number): number {
  if (!joinsWord(text, offset)) return 0;
  let count = 0;
  for (let at = offset; count < mostLetters && isOfWord(characterBefore(text, at)); count++)
    at -= characterBefore(text, at).length;
  return count;
}
