import { closers } from '../text/closing-marks.ts';
import type { Span } from '../text/span.ts';
import type { Break } from './breaks.ts';
import type { Mark } from './quotation-marks.ts';

/** A quotation that was begun, with the paragraphs of it that are over. */
interface Opened {
  character: string;
  /** Where its mark stands. */
  at: number;
  pieces: Span[];
  /** Where the words of this paragraph begin. */
  from: number;
}

/**
 * The quotations that are open, the innermost last. How often each mark is among them is kept, so that
 * looking for one that isn't takes no time.
 */
export function createStack() {
  const stack: Opened[] = [];
  const counts = new Map<string, number>();

  return {
    begin({ character, at }: Mark): void {
      push({ character, at, pieces: [], from: at + 1 });
    },
    /** Takes out the innermost that the mark closes, with those within it, which nothing closed. */
    close({ character }: Mark): Opened | null {
      return takeOne(openersOf(character));
    },
    /**
     * Goes on in the next paragraph, if that begins with the mark that opened the quotation before, or, as in
     * Spain and France, with the one that will close it.
     */
    goOn({ character, at, opens }: Mark, { start, endsParagraph }: Break): boolean {
      if (!opens && endsParagraph !== 'surely') return false;
      const going =
        takeOne([character]) ?? ('»”'.includes(character) ? takeOne(openersOf(character)) : null);
      if (going === null) return false;
      going.pieces.push({ start: going.from, end: start });
      push({ ...going, from: at + 1 });
      return true;
    },
    /**
     * No quotation goes over the end of a paragraph but as above; where that may be one, none in single marks,
     * as what opened it may be an apostrophe.
     */
    breakOff({ endsParagraph }: Break): void {
      if (endsParagraph === 'surely') while (stack.length > 0) pop();
      if (endsParagraph === 'maybe') while (takeOne(singleMarks) !== null);
    },
  };

  /** The innermost that one of these marks opened. */
  function takeOne(marks: readonly string[]): Opened | null {
    if (!marks.some((mark) => (counts.get(mark) ?? 0) > 0)) return null;
    for (let last = pop(); last !== undefined; last = pop())
      if (marks.includes(last.character)) return last;
    return null;
  }

  function push(quotation: Opened): void {
    stack.push(quotation);
    counts.set(quotation.character, (counts.get(quotation.character) ?? 0) + 1);
  }

  function pop(): Opened | undefined {
    const last = stack.pop();
    if (last !== undefined) counts.set(last.character, (counts.get(last.character) ?? 0) - 1);
    return last;
  }
}

const singleMarks = ["'", '＇', '‘', '‚', '‛'];

function openersOf(closing: string): string[] {
  return [...closers.keys()].filter((mark) => closers.get(mark)?.includes(closing));
}
