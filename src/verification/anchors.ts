import type { FactMention } from '../model/mention.ts';
import type { Plain } from './typography.ts';

/** The place of one or several mentions, and what is known of where that is in the text at hand. */
export interface Anchor {
  start: number;
  end: number;
  exact: string;
  plain: Plain;
  /** The least one that this one is a part of. */
  whole: Anchor | null;
  /** Whether its words stand in the text at hand exactly once. */
  standsOnce: boolean;
  state: State;
}

type State =
  /** Its words stand there, by offset in the plain text: its place. */
  | { is: 'placed'; at: number }
  /** Its words stand there, one of these may be its place. */
  | { is: 'undecided'; places: readonly number[] }
  /** Its words stand in other places alone, or nowhere; or as a part of longer ones, by the offset of that place. */
  | { is: 'missing'; within?: number };

/** Each place once, in the order of the text; a whole before its parts. */
export function anchorsOf(
  mentions: readonly Pick<FactMention, 'start' | 'end' | 'exact'>[],
  toPlain: (text: string) => Plain,
): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  const inOrder = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const wholes: Anchor[] = [];
  for (const mention of inOrder) {
    const { start, end, exact } = mention;
    const key = keyOf(mention);
    if (anchors.has(key)) continue;
    while (wholes.length > 0 && (wholes.at(-1)?.end ?? 0) < end) wholes.pop();
    const anchor: Anchor = {
      start,
      end,
      exact,
      plain: toPlain(exact),
      whole: wholes.at(-1) ?? null,
      standsOnce: false,
      state: { is: 'undecided', places: [] },
    };
    wholes.push(anchor);
    anchors.set(key, anchor);
  }
  return anchors;
}

export function keyOf({ start, end, exact }: Pick<FactMention, 'start' | 'end' | 'exact'>): string {
  return `${start} ${end} ${exact}`;
}

/** Where a part stands, as its whole does; null where it can't be told. */
export function placeWithin(whole: Anchor, at: number, part: Anchor): number | null {
  const begin = part.start - whole.start;
  const offset = whole.plain.starts.findIndex((start) => start >= begin);
  return offset >= 0 && whole.plain.text.startsWith(part.plain.text, offset) ? at + offset : null;
}
