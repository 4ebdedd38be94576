import { hash } from 'node:crypto';
import type { Pause } from '../http/turns.ts';
import { codePoints, type FactMention } from '../model/mention.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';
import { type TextRepair, tryRepairs } from './repairs.ts';

export interface Fingerprint {
  sha256: string;
  length: number;
}

export function fingerprint({ text, length }: CodePoints): Fingerprint {
  return { sha256: sha256Of(text), length };
}

function sha256Of(text: string): string {
  return hash('sha256', text);
}

type Anchor = Pick<FactMention, 'start' | 'end' | 'exact'>;

/** A mention, and what stands at its place in the text. */
export interface Checked<Mention> {
  mention: Mention;
  found: string;
}

/** The mentions whose `exact` does not stand exactly at their place in the text. */
export function findMismatches<Mention extends Anchor>(
  characters: CodePoints,
  mentions: readonly Mention[],
): Checked<Mention>[] {
  return mentions
    .map((mention) => ({ mention, found: characters.slice(mention.start, mention.end) }))
    .filter(({ mention, found }) => mention.exact !== found);
}

/** Every mention that doesn't match stands `by` code points further on; the first should stand at `from`. */
interface Shift {
  from: number;
  by: number;
}

export interface Verification {
  /** Whether the text is the one that the facts were taken from. */
  fingerprint: { matches: boolean; expected: Fingerprint; found: Fingerprint };
  repairs: TextRepair[];
  shift: Shift | null;
  matching: FactMention[];
  mismatching: Checked<FactMention>[];
}

/** Compares a text with what its article states of it, in time linear in both, and in pieces. */
export async function verifyText(
  text: string,
  expected: Fingerprint,
  mentions: readonly FactMention[],
  pause: Pause,
): Promise<Verification> {
  await pause();
  const characters = codePointsOf(text);
  await pause();
  const found = fingerprint(characters);
  const matches = found.sha256 === expected.sha256 && found.length === expected.length;
  await pause();
  const mismatching = findMismatches(characters, mentions);
  const unlike = new Set(mismatching.map(({ mention }) => mention));
  return {
    fingerprint: { matches, expected, found },
    repairs: matches ? [] : await findRepairsTo(expected, text, pause),
    shift: findShift(characters, found.length - expected.length, mismatching),
    matching: mentions.filter((mention) => !unlike.has(mention)),
    mismatching,
  };
}

async function findRepairsTo(
  expected: Fingerprint,
  text: string,
  pause: Pause,
): Promise<TextRepair[]> {
  const trying = tryRepairs(text, (repaired) => isText(repaired, expected));
  for (;;) {
    const { done, value } = trying.next();
    if (done) return value;
    await pause();
  }
}

/** The length first: it spares most hashes. */
function isText(text: string, { sha256, length }: Fingerprint): boolean {
  return codePoints(text) === length && sha256Of(text) === sha256;
}

/** Where something was put in or left out at one place, all that follows has moved by its length. */
function findShift(
  characters: CodePoints,
  by: number,
  mismatching: readonly Checked<Anchor>[],
): Shift | null {
  const first = mismatching[0];
  if (by === 0 || first === undefined) return null;
  const moved = mismatching.every(
    ({ mention: { start, end, exact } }) => characters.slice(start + by, end + by) === exact,
  );
  return moved ? { from: first.mention.start, by } : null;
}
