import { type CodePoints, codePoints } from './code-points.ts';
import { characterAt, isBlank } from './span.ts';

/**
 * 1,200 and 1 200.5, 1,00,000 as in India, 2.5; or digits alone. Not 16.05.2024, which is no number.
 */
const numbers =
  /(?<!\p{Nd}|\p{Nd}[.,'’٬٫·])(?:\p{Nd}{1,3}(?<group>[ \u00a0\u2009\u202f.,'’٬])\p{Nd}{3}(?:\k<group>\p{Nd}{3})*(?:[.,٫·]\p{Nd}+)?|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}(?:\.\p{Nd}+)?|\p{Nd}+[.,٫·]\p{Nd}+|\p{Nd}+)(?!\p{Nd}|[.,'’٬٫·]\p{Nd})/gu;
/** As the parts of a date. */
const digits = /\p{Nd}+/gu;
/** A currency right before a number, and what tells one dollar from another: US$, A$. */
const currencyBefore = /(?:(?<![\p{L}\p{M}\p{N}])\p{L}{1,4})?\p{Sc}$/u;
/** A sum may be stated without its currency. */
const currency = /^\p{L}*\p{Sc}$/u;
/**
 * A hyphen or dash that is a minus: a figure is right behind it, and nothing before it that it could join or
 * part. A longer dash is none; nor is a dash behind a figure and a space, as in 2010 –2015.
 */
const minus =
  /(?<![^\s\p{Ps}\p{Pi}\p{Sc}"'»<>≤≥≈~=:/])(?<!\p{Nd}\s?\p{Sc})(?<!\p{Nd}\s(?=[‒–]))[-‐‑‒–−﹣－](?=(?:\p{L}{0,4}\p{Sc})?\p{Nd})/uy;

const hanNumeral = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆廿卅]/u;
const digit = /^\p{Nd}/u;
/** What ends like a numeral, and is none: weekdays, and words for “only” and “one”. */
const noNumeral = /(?:[周週期拜][一二三四五六]|[唯统統]一)$/u;

/** So far to either side of a place is looked: no figure is longer. */
const longest = 40;

/** Whether a minus stands at an offset, not another dash. */
export function isMinus(text: string, offset: number): boolean {
  minus.lastIndex = offset;
  return minus.test(text);
}

/** Whether white space before an offset keeps what is there from being one figure with what is before: 1, 200; A $5. */
export function partsFigures(text: string, offset: number): boolean {
  const next = characterAt(text, offset);
  if (!mayBeDigits.test(next)) return false;
  let end = offset;
  while (end > 0 && isBlank(text.charAt(end - 1))) end--;
  const before = text.slice(Math.max(0, end - 4), end);
  return end < offset && (digit.test(next) ? endsOpen : singleLetter).test(before);
}
const endsOpen = /\p{Nd}[.,'’٬٫·]$/u;
const singleLetter = /(?<![\p{L}\p{M}\p{N}])\p{L}$/u;

/**
 * How much of the figure that goes on at a position stands before it, in code points: 2 of 2.5 where that is
 * cut to 5, 1 of −5, 2 of US$5, 1 of 十三; 0 where none is cut.
 */
export function figureBefore(characters: CodePoints, position: number): number {
  return digitsBefore(characters, position) || numeralAround(characters, position);
}

/** The same of a figure that a position cuts behind its beginning: 4 of 1,200 stand behind 1. */
export function figureBehind(characters: CodePoints, position: number): number {
  return digitsBehind(characters, position) || numeralAround(characters, position);
}

/** `figureBefore` of what is written in digits. */
export function digitsBefore(characters: CodePoints, position: number): number {
  if (!mayBeDigits.test(characters.slice(position, position + 1))) return 0;
  const around = aroundOf(characters, position);
  if (!begins.test(around.behind) || !mayGoOnBefore.test(around.before.slice(-3))) return 0;
  const { before } = cutFigure(around);
  return currency.test(before) ? 0 : codePoints(before);
}

/** `figureBehind` of what is written in digits. */
export function digitsBehind(characters: CodePoints, position: number): number {
  if (!mayBeDigits.test(characters.slice(position - 1, position))) return 0;
  const around = aroundOf(characters, position);
  if (!ends.test(around.before.slice(-3)) || !mayGoOnBehind.test(around.behind)) return 0;
  return codePoints(cutFigure(around).behind);
}

/** Most places are at other characters, which takes no time to see. */
const mayBeDigits = /[\p{Nd}\p{Sc}]/u;
const begins = /^\p{Sc}?\p{Nd}/u;
const ends = /\p{Nd}$/u;
const mayGoOnBefore = /(?:[\p{Nd}\p{L}\p{Sc}\p{Pd}−]|\p{Nd}[ \u00a0\u2009\u202f.,'’٬٫·])$/u;
const mayGoOnBehind = /^[ \u00a0\u2009\u202f.,'’٬٫·]?\p{Nd}/u;

/** What stands before a position, and behind it. */
interface Around {
  before: string;
  behind: string;
}

/** Without what can't be seen. */
function aroundOf({ slice }: CodePoints, position: number): Around {
  return {
    before: visible(slice(position - longest, position)),
    behind: visible(slice(position, position + longest)),
  };
}

/** The two parts of the figure that a position cuts, be it that of a date; empty where it cuts none. */
function cutFigure({ before, behind }: Around): Around {
  const text = before + behind;
  const at = before.length;
  for (const parts of [numbers, digits])
    for (const { 0: found, index } of text.matchAll(parts)) {
      const start = beginOf(text, index);
      const end = index + found.length;
      if (start < at && end > at)
        return { before: text.slice(start, at), behind: text.slice(at, end) };
    }
  return { before: '', behind: '' };
}

/** Where a number begins, with what changes it: −$5, US$5. */
function beginOf(text: string, number: number): number {
  const sum = number - (currencyBefore.exec(text.slice(0, number))?.[0].length ?? 0);
  return isMinus(text, sum - 1) ? sum - 1 : sum;
}

const hidden = /\p{Default_Ignorable_Code_Point}/gu;

function visible(text: string): string {
  return text.replaceAll(hidden, '');
}

/** 1 where a Han numeral goes on at a position: it is written without separators, with digits or without: 十三, 3万. */
function numeralAround({ slice }: CodePoints, position: number): 0 | 1 {
  const before = slice(position - 2, position);
  const both = [slice(position - 1, position), slice(position, position + 1)];
  const goesOn =
    both.some((it) => hanNumeral.test(it)) &&
    both.every((it) => hanNumeral.test(it) || digit.test(it));
  return goesOn && !noNumeral.test(before) ? 1 : 0;
}
