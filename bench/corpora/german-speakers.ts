import type { CodePoints } from '../../src/text/code-points.ts';
import { type Attribution, type Span, spoken, wordsOf } from './attribution.ts';
import { kindOfName } from './kind-of-name.ts';
import type { Tally } from './tally.ts';
import type { MarkedSpan } from './tei.ts';

/** Parts of speech (STTS) of what stands for a name: pronouns, articles. */
const standsForName = /^(P(PER|POSAT|POSS|RF|RELS|RELAT|WS|WAT|DS|DAT|IS|IAT)|ART)$/;

/** What stands before a noun that is no name, or not the name alone: “die Fürstin”, “junge Leute”. */
const determines = /^(ART|PPOSAT|PDAT|PIAT|APPRART|ADJA|CARD)$/;

interface Part {
  pos: string;
  /** Of the word before it. */
  before: string;
}

/**
 * Makes the reader of speakers. The columns of the corpus have parts of speech, which a program found: NE is
 * a name; pronouns are resolved by nobody; a noun with an article or adjective is a source without a name.
 */
export function createSpeakerReader(
  text: CodePoints,
  tokens: readonly Record<string, string>[],
  tally: Tally,
) {
  const parts = new Map<string, Part[]>();
  for (const [index, { tok = '', pos = '', speaker = '-' }] of tokens.entries()) {
    if (speaker === '-') continue;
    // “speaker.3_7” is <seg id="3 7">.
    const key = keyOf(speaker.replace('speaker.', '').replaceAll('_', ' '), tok);
    const before = tokens[index - 1]?.pos ?? '';
    parts.set(key, [...(parts.get(key) ?? []), { pos, before }]);
  }

  return (speakers: readonly MarkedSpan[]): Pick<Attribution, 'names' | 'unnamedSpeaker'> => {
    const names: Attribution['names'] = [];
    const unnamed: Span[] = [];
    if (speakers.length === 0) tally.count('speaker absent: no speaker');
    for (const speaker of speakers) {
      const reading = readingOf(speaker);
      tally.count(`speaker ${reading}: ${spoken[reading]}`);
      if (reading === 'named') {
        const words = text.slice(speaker.start, speaker.end);
        const start = speaker.start + words.length - words.trimStart().length;
        const name = words.trim();
        const at = { start, end: start + [...name].length };
        names.push({ text: name, kind: kindOfName(name, 'de'), at });
      }
      if (reading === 'unnamed') unnamed.push(speaker);
    }
    return { names, unnamedSpeaker: unnamed.length === 0 ? null : wordsOf(text, unnamed) };
  };

  function readingOf({ start, end, attributes }: MarkedSpan): keyof typeof spoken {
    const words = text.slice(start, end).match(/[\p{L}\p{N}][^\s,;:()»«„“”"]*/gu) ?? [];
    const all = words.flatMap((word) => parts.get(keyOf(attributes.id ?? '', word)) ?? []);
    if (all.some(({ pos }) => pos === 'NE')) return 'named';
    if (all.length > 0 && all.every(({ pos }) => standsForName.test(pos))) return 'pronoun';
    return all.some(({ before }) => determines.test(before)) ? 'unnamed' : 'undecided';
  }
}

function keyOf(ids: string, word: string): string {
  return `${ids.split(/\s+/).sort().join(' ')} ${word}`;
}
