import { createHash } from 'node:crypto';
import type { FactMention } from '../../src/model/mention.ts';

/** What another program, or another house, does to each character of a text. */
export type Setting = (character: string, index: number) => string;

/** A text as another program has taken it from the same page, and where each character of it went. */
export interface Extraction {
  text: string;
  /** Where what was before the character of that index ends now; and where the one at it begins. */
  ends: number[];
  starts: number[];
}

/** @param put in before the character of that index */
export function extract(text: string, set: Setting, put: ReadonlyMap<number, string>): Extraction {
  const extraction: Extraction = { text: '', starts: [], ends: [] };
  let length = 0;
  const write = (written: string) => {
    extraction.text += written;
    length += Array.from(written).length;
  };
  for (const [index, character] of [...text, ''].entries()) {
    extraction.ends.push(length);
    write(put.get(index) ?? '');
    extraction.starts.push(length);
    write(set(character, index));
  }
  return extraction;
}

export const settings = {
  'straight marks': (it) => ({ '“': '"', '”': '"', '‘': "'", '’': "'" })[it] ?? it,
  'French marks': (it) => ({ '“': '« ', '”': ' »' })[it] ?? it,
  'no-break spaces': (it, index) => (it === ' ' && index % 2 === 0 ? '\u00a0' : it),
  'decomposed letters': (it) => it.normalize('NFD'),
  'soft hyphens': (it, index) => (/\p{L}/u.test(it) && index % 5 === 0 ? `${it}\u00ad` : it),
  'three dots': (it) => (it === '…' ? '...' : it),
  'other dashes': (it) => (it === '–' ? '--' : it === '-' ? '\u2011' : it),
  ligatures: (it) => ({ ﬁ: 'fi', ﬀ: 'ff' })[it] ?? it,
  'paragraphs joined by a space': (it) => (it === '\n' ? ' ' : it),
  'an empty line between paragraphs': (it) => (it === '\n' ? '\n\n' : it),
  'CR LF': (it) => (it === '\n' ? '\r\n' : it),
} as const satisfies Record<string, Setting>;

/** Mentions of these words, each of the first place behind the last. */
export function mentionsOf(text: string, words: readonly string[]): FactMention[] {
  let from = 0;
  return words.map((exact, index) => {
    const at = text.indexOf(exact, from);
    if (at < 0) throw new Error(`${exact} does not stand there`);
    from = at + exact.length;
    return mentionAt(Array.from(text.slice(0, at)).length, exact, index);
  });
}

export function mentionAt(start: number, exact: string, index: number): FactMention {
  return {
    article: 'a',
    start,
    end: start + Array.from(exact).length,
    exact,
    role: 'content',
    continues: false,
    factType: 'event',
    fact: `a-${index}`,
  };
}

export function fingerprintOf(text: string) {
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    length: Array.from(text).length,
  };
}
