import type { Anchor } from './anchors.ts';
import { findAll } from './find-all.ts';
import type { Plain } from './typography.ts';

/** Where words stand in the text, by offset; null where that is in very many places. */
export type Places = ReadonlyMap<string, readonly number[] | null>;

/** Where the words of the anchors stand. */
export function findPlaces(text: Plain, anchors: readonly Anchor[]): Places {
  const phrases = [...new Set(anchors.map(({ plain }) => plain.text))].filter((it) => it !== '');
  const places = findAll(text.text, phrases).map((those, index) => {
    const length = phrases[index]?.length ?? 0;
    return those?.filter((at) => isUncut(text, at, length)) ?? null;
  });
  return new Map([['', []], ...phrases.map((it, index) => [it, places[index] ?? null] as const)]);
}

/** Whether nothing that is one character begins before it, or ends behind it. */
export function isUncut({ starts }: Plain, at: number, length: number): boolean {
  const end = at + length;
  return starts[at - 1] !== starts[at] && starts[end - 1] !== starts[end];
}
