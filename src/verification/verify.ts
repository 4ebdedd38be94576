import { createHash } from 'node:crypto';
import type { FactMention } from '../model/mention.ts';

export interface Fingerprint {
  sha256: string;
  length: number;
}

export function fingerprint(text: string): Fingerprint {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return { sha256, length: Array.from(text).length };
}

/** A mention, and what stands at its place in the text. */
export interface Checked<Mention> {
  mention: Mention;
  found: string;
}

/** The mentions whose `exact` does not stand exactly at their place in the text. */
export function findMismatches<Mention extends Pick<FactMention, 'start' | 'end' | 'exact'>>(
  text: string,
  mentions: readonly Mention[],
): Checked<Mention>[] {
  const characters = Array.from(text);
  return mentions
    .map((mention) => ({
      mention,
      found: characters.slice(mention.start, mention.end).join(''),
    }))
    .filter(({ mention, found }) => mention.exact !== found);
}

export interface Verification {
  /** Whether the text is the one that the facts were taken from. */
  fingerprint: { expected: Fingerprint; found: Fingerprint; matches: boolean };
  mentions: number;
  mismatches: Checked<FactMention>[];
}

export function verifyText(
  text: string,
  expected: Fingerprint,
  mentions: readonly FactMention[],
): Verification {
  const found = fingerprint(text);
  const matches = found.sha256 === expected.sha256 && found.length === expected.length;
  return {
    fingerprint: { expected, found, matches },
    mentions: mentions.length,
    mismatches: findMismatches(text, mentions),
  };
}
