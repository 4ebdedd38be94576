import { isBlank, type Span, trimSpan } from '../text/span.ts';
import { type Break, findBreaks } from './breaks.ts';
import { createStack } from './open-quotations.ts';
import { type Mark, marksOf } from './quotation-marks.ts';

/**
 * What stands between marks of quotation, each in as many pieces as it has paragraphs. What stands within
 * another quotation is a part of that. A mark that nothing closes begins nothing. Reads the text once.
 * @param language BCP 47
 */
export function findQuotations(text: string, language: string): Span[][] {
  const marks = marksOf(text, language);
  const takePassed = createPassing(findBreaks(text));
  const open = createStack();
  const closed: { at: number; pieces: Span[] }[] = [];
  marks.forEach((mark, index) => {
    for (const passed of takePassed(mark.at)) {
      const isFirst = isBlank(text.slice(passed.end, mark.at));
      if (isFirst && passed.endsParagraph !== 'no' && open.goOn(mark, passed)) return;
      open.breakOff(passed);
    }
    const mayClose = mark.closes && !isPossessiveOrInches(text, mark, marks[index + 1]);
    const opened = mayClose ? open.close(mark) : null;
    if (opened === null) {
      if (mark.opens) open.begin(mark);
      return;
    }
    // What was closed within it is a part of it.
    while ((closed.at(-1)?.at ?? -1) > opened.at) closed.pop();
    const last = { start: opened.from, end: mark.at };
    closed.push({ at: opened.at, pieces: [...opened.pieces, last] });
  });
  return closed
    .map(({ pieces }) => pieces.map((piece) => trimSpan(text, piece)).filter(isNotEmpty))
    .filter((pieces) => pieces.some(({ start, end }) => shows.test(text.slice(start, end))));
}

/** Words, or signs: marks alone, as in “…”, are nothing that was said. */
const shows = /[\p{L}\p{N}\p{S}]/u;

function isNotEmpty({ start, end }: Span): boolean {
  return start < end;
}

/** Gives each break once, when what is behind it is asked for. */
function createPassing(breaks: readonly Break[]) {
  let next = 0;
  return (at: number): Break[] => {
    const first = next;
    while ((breaks[next]?.start ?? at) < at) next++;
    return breaks.slice(first, next);
  };
}

/**
 * Whether a mark that could close stands for inches, or is an apostrophe behind a word in s: where words go
 * on behind it, and the next mark of its kind in the paragraph can do nothing but close.
 */
function isPossessiveOrInches(text: string, mark: Mark, next: Mark | undefined): boolean {
  const { character, at } = mark;
  if (next === undefined || next.opens || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 4)))
    return false;
  if (character === '"') return '"”'.includes(next.character) && /\d/.test(text.charAt(at - 1));
  if (!"’'".includes(character) || next.character !== character) return false;
  // The next may be such an apostrophe itself, if it stands behind an s.
  const isCertain = text.charAt(next.at - 1) !== 's' && !text.slice(at, next.at).includes('\n\n');
  return text.charAt(at - 1) === 's' && isCertain;
}
