import type { FactMention } from '../model/mention.ts';
import { type CodePoints, codePoints, codePointsOf } from '../text/code-points.ts';
import { type Anchor, anchorsOf, keyOf } from './anchors.ts';
import { findPlaces } from './find-places.ts';
import { findWhole } from './find-whole.ts';
import { type Fingerprint, fingerprint, isSame } from './fingerprint.ts';
import { type Ends, placeAnchors } from './place.ts';
import { findRepairs, type TextRepair } from './repairs.ts';
import { createTypography, type Plain, type PlainText } from './typography.ts';
import { createLookup, type Span } from './what-stands.ts';

/** A mention whose words stand elsewhere, or in other typography. */
interface Moved {
  mention: FactMention;
  at: Span;
  difference: Difference;
}
export const differences = ['none', 'typography'] as const;
type Difference = (typeof differences)[number];

interface Mismatch {
  mention: FactMention;
  found: string | null;
}

interface Undecided {
  mention: FactMention;
  places: Span[];
}

export interface Comparison {
  /** Whether the text is the one that the facts were taken from. */
  fingerprint: { matches: boolean; expected: Fingerprint; found: Fingerprint };
  repairs: TextRepair[];
  matching: FactMention[];
  moved: Moved[];
  undecided: Undecided[];
  mismatching: Mismatch[];
}

/** So many places are told of a mention that may have several. */
const mostTold = 10;

/** Compares a text with what its article states of it, in a time linear in both. */
export function compareText(
  text: string,
  expected: Fingerprint,
  mentions: readonly FactMention[],
): Comparison {
  const characters = codePointsOf(text);
  const found = fingerprint(characters);
  const matches = isSame(found, expected);
  const comparison: Comparison = {
    fingerprint: { matches, expected, found },
    repairs: matches ? [] : findRepairs(text, (it) => isText(it, expected)),
    matching: [],
    moved: [],
    undecided: [],
    mismatching: [],
  };
  const judge = matches
    ? judgeByPlace(characters, 0)
    : judgeByNeighbours(characters, expected, mentions);
  for (const mention of mentions) {
    const outcome = judge(mention);
    if ('at' in outcome) {
      const { start, end } = outcome.at;
      const isVerbatim = characters.slice(start, end) === mention.exact;
      if (isVerbatim && start === mention.start) comparison.matching.push(mention);
      else
        comparison.moved.push({
          mention,
          ...outcome,
          difference: isVerbatim ? 'none' : 'typography',
        });
    } else if ('places' in outcome) comparison.undecided.push({ mention, ...outcome });
    else comparison.mismatching.push({ mention, ...outcome });
  }
  return comparison;
}

type Outcome = { at: Span } | { places: Span[] } | { found: string | null };
type Judge = (mention: FactMention) => Outcome;

/** For the very text that the article was, which begins there: a mention that doesn't stand at its place is wrong. */
function judgeByPlace({ slice }: CodePoints, begin: number): Judge {
  return (mention) => {
    const at = { start: begin + mention.start, end: begin + mention.end };
    const found = slice(at.start, at.end);
    return found === mention.exact ? { at } : { found: found === '' ? null : found };
  };
}

/** The length first: it spares most hashes. */
function isText(text: string, expected: Fingerprint): boolean {
  return codePoints(text) === expected.length && isSame(fingerprint(codePointsOf(text)), expected);
}

function judgeByNeighbours(
  characters: CodePoints,
  expected: Fingerprint,
  mentions: readonly FactMention[],
): Judge {
  const toPlain = createTypography();
  const text: PlainText = { ...toPlain(characters.text), original: characters };
  const anchors = anchorsOf(mentions, toPlain);
  const inOrder = [...anchors.values()];
  const places = findPlaces(text, inOrder);
  const begin = findWhole(characters, expected, text, inOrder, places);
  if (begin !== null) return judgeByPlace(characters, begin);
  // A mention that was never compared with its text may be said to stand behind it.
  const end = inOrder.reduce((sofar, it) => Math.max(sofar, it.end), expected.length);
  const ends: Ends = {
    before: { start: 0, end: 0, from: 0, to: 0 },
    behind: { start: end, end, from: text.length, to: text.length },
  };
  placeAnchors(text, inOrder, places, ends);
  const lookUp = createLookup(characters, text, inOrder, ends);
  return (mention) => {
    const anchor = anchors.get(keyOf(mention)) as Anchor;
    const { state } = anchor;
    if (state.is === 'placed') return { at: spanOf(characters, text, anchor, state.at) };
    if (state.is === 'undecided')
      return {
        places: state.places.slice(0, mostTold).map((at) => spanOf(characters, text, anchor, at)),
      };
    const span = lookUp(anchor);
    if (span === null) return { found: null };
    const found = characters.slice(span.start, span.end);
    return found === anchor.exact ? { places: [span] } : { found };
  };
}

/** As long as its words are, where they stand as they are. */
function spanOf(
  characters: CodePoints,
  text: Plain,
  { exact, start, end, plain }: Anchor,
  at: number,
): Span {
  const from = text.starts[at] ?? 0;
  const to = from + end - start;
  if (characters.slice(from, to) === exact) return { start: from, end: to };
  return { start: from, end: text.ends[at + plain.text.length - 1] ?? from };
}
