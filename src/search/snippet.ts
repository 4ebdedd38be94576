import { codePoints } from '../text/code-points.ts';

import { findPhrase } from '../text/query.ts';
import { alternativesOf, type Phrase, type Query } from '../text/sought.ts';
import type { LanguageText } from '../text/term-text.ts';
import { type Word, wordsOf } from '../text/words.ts';

/** A stretch of a text, and what of it was looked for: code points, end-exclusive. */
export interface Snippet {
  text: string;
  highlights: { start: number; end: number }[];
}

/** UTF-16 offsets. */
interface Range {
  start: number;
  end: number;
}

/** How long a snippet is at most, in UTF-16 units, without its ellipses; and how much of it stands before the first hit. */
const [longest, before] = [200, 60];
/**
 * So much of a fact's texts is looked at, in UTF-16 units: some ten pages. To find their words takes up to
 * a microsecond each, and to look at all that may be stored would hold others up.
 */
const mostLookedAt = 20_000;

/** The text that shows most of what was looked for, the earlier one among equals; cut around its first hit. */
export function snippetOf(texts: readonly LanguageText[], { all }: Query): Snippet {
  const groups = all.map((group) => group.flatMap(alternativesOf));
  const whole = texts[0]?.[1] ?? '';
  let best = { text: whole, words: [] as Word[], shown: 0, first: null as Range | null };
  let left = mostLookedAt;
  for (const [language, text] of texts) {
    if (left <= 0 || best.shown === groups.length) break;
    const read = text.length <= left ? text : text.slice(0, spaceBefore(text, left));
    const words = [...wordsOf(read, language)];
    left -= text.length;
    const found = groups.flatMap((group) => firstOf(words, group));
    if (found.length > best.shown)
      best = { text, words, shown: found.length, first: merge(found)[0] ?? null };
  }
  return cut(best, groups.flat());
}

/** Where the first of the phrases stands that is there, in the order of the phrases. */
function firstOf(words: readonly Word[], phrases: readonly Phrase[]): Range[] {
  for (const phrase of phrases) {
    const found = rangesOf(words, phrase).next().value;
    if (found !== undefined) return [found];
  }
  return [];
}

function* rangesOf(words: readonly Word[], phrase: Phrase): Generator<Range, undefined> {
  for (const at of findPhrase(words, phrase))
    yield {
      start: words[at]?.start ?? 0,
      end: words[at + phrase.terms.length - 1]?.end ?? 0,
    };
}

/** In order, and what overlaps as one. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function cut(
  { text, words, first }: { text: string; words: readonly Word[]; first: Range | null },
  phrases: readonly Phrase[],
): Snippet {
  const start = text.length <= longest || !first ? 0 : spaceBefore(text, first.start - before);
  const end =
    text.length - start <= longest
      ? text.length
      : Math.max(spaceBefore(text, start + longest), first?.end ?? 0);
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  // Only here it matters where else the phrases stand.
  const within = words.filter((word) => word.start >= start && word.end <= end);
  const ranges = merge(phrases.flatMap((phrase) => [...rangesOf(within, phrase)]));
  return {
    text: head + text.slice(start, end).trimEnd() + tail,
    highlights: toCodePoints(text, start, ranges, head.length),
  };
}

/** The ranges, in order and apart, as code points behind `start`, and behind as many as stand before it. */
function toCodePoints(text: string, start: number, ranges: readonly Range[], before: number) {
  let [at, position] = [start, before];
  const advance = (to: number) => {
    position += codePoints(text.slice(at, to));
    at = to;
    return position;
  };
  return ranges.map((range) => ({ start: advance(range.start), end: advance(range.end) }));
}

/** Where the word at the offset begins, so that none is cut; where there are no spaces, between characters. */
function spaceBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const near = Math.max(0, offset - 30);
  const space = text.slice(near, offset + 1).lastIndexOf(' ');
  if (space >= 0 || near === 0) return near + space + 1;
  return isLowSurrogate(text.charCodeAt(offset)) ? offset - 1 : offset;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
