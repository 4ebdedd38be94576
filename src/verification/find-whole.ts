import type { CodePoints } from '../text/code-points.ts';
import { figureBefore, figureBehind } from '../text/figures.ts';
import type { Anchor } from './anchors.ts';
import type { Places } from './find-places.ts';
import { type Fingerprint, sha256Of } from './fingerprint.ts';
import type { Plain } from './typography.ts';

/** So many places are tried: each takes to make a hash of the article's length. */
const mostTried = 8;

/**
 * Where the whole text of the article stands in another, character by character, as with a headline before it
 * or a byline behind; null where it doesn't. Its fingerprint leaves no doubt of that, where its mentions may;
 * but a figure that goes on where it begins or ends is another one.
 */
export function findWhole(
  characters: CodePoints,
  expected: Fingerprint,
  text: Plain,
  anchors: readonly Anchor[],
  places: Places,
): number | null {
  const more = characters.length - expected.length;
  if (more < 0) return null;
  const counts = new Map<number, number>();
  for (const { start, plain } of anchors)
    for (const at of places.get(plain.text) ?? []) {
      const begin = (text.starts[at] ?? 0) - start;
      if (begin >= 0 && begin <= more) counts.set(begin, (counts.get(begin) ?? 0) + 1);
    }
  const likely = [...counts].sort(([, one], [, other]) => other - one).map(([begin]) => begin);
  const tried = new Set([0, more, ...likely.slice(0, mostTried)]);
  const isWhole = (begin: number) => {
    const end = begin + expected.length;
    if (sha256Of(characters.slice(begin, end)) !== expected.sha256) return false;
    return figureBefore(characters, begin) + figureBehind(characters, end) === 0;
  };
  return [...tried].find(isWhole) ?? null;
}
