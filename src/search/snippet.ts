import { findPhrase, type Phrase } from '../text/query.ts';
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

/** The text that shows most of what was looked for, the earlier one among equals; cut around its first hit. */
export function snippetOf(texts: readonly string[], phrases: readonly Phrase[]): Snippet {
  let best = { text: texts[0] ?? '', ranges: [] as Range[], shown: 0 };
  for (const text of texts) {
    const words = [...wordsOf(text)];
    const found = phrases.map((phrase) => rangesOf(words, phrase));
    const shown = found.filter((ranges) => ranges.length > 0).length;
    if (shown > best.shown) best = { text, ranges: merge(found.flat()), shown };
  }
  return cut(best.text, best.ranges);
}

function rangesOf(words: readonly Word[], phrase: Phrase): Range[] {
  return findPhrase(words, phrase).map((at) => ({
    start: words[at]?.start ?? 0,
    end: words[at + phrase.terms.length - 1]?.end ?? 0,
  }));
}

/** In order, and what overlaps as one. */
function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function cut(text: string, ranges: readonly Range[]): Snippet {
  const [first] = ranges;
  const start = text.length <= longest || !first ? 0 : spaceBefore(text, first.start - before);
  const end =
    text.length - start <= longest
      ? text.length
      : Math.max(spaceBefore(text, start + longest), first?.end ?? 0);
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return {
    text: head + text.slice(start, end).trimEnd() + tail,
    highlights: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({
        start: head.length + codePoints(text.slice(start, range.start)),
        end: head.length + codePoints(text.slice(start, range.end)),
      })),
  };
}

/** Where the word at the offset begins, so that none is cut; where there are no spaces, between characters. */
function spaceBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = text.lastIndexOf(' ', offset);
  if (space >= offset - 30) return space + 1;
  return isLowSurrogate(text.charCodeAt(offset)) ? offset - 1 : offset;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
