import type { CodePoints } from '../text/code-points.ts';
import { isUncut } from '../verification/find-places.ts';
import { createTypography, isQuotationMark, type Plain } from '../verification/typography.ts';
import type { Place } from './find-positions.ts';

/** A place where the same words stand otherwise, and how. */
interface Otherwise extends Place {
  difference: string;
}

/** So many phrases are looked for, and in no longer a text: to take away its typography needs time and memory. */
const mostPhrases = 10;
const longestText = 2 ** 20;
/** So many places of a phrase are told. */
const mostPlaces = 3;

/** Makes what finds words that stand nowhere as they are, but in other typography, Unicode form or case. */
export function createFindOtherwise({ text, slice }: CodePoints): (words: string) => Otherwise[] {
  const toPlain = createTypography();
  const known = new Map<string, Otherwise[]>();
  let plain: Plain | undefined;
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    if (known.size >= mostPhrases || text.length > longestText) return [];
    plain ??= withoutCase(toPlain(text));
    const found = findIn(plain, withoutCase(toPlain(words)).text).map((place) => ({
      ...place,
      difference: differenceOf(words, slice(place.start, place.end)),
    }));
    known.set(words, found);
    return found;
  };
}

/** Every place stays what it is, as all letters are decomposed. */
function withoutCase(plain: Plain): Plain {
  const text = plain.text.toLowerCase();
  return text.length === plain.text.length ? { ...plain, text } : plain;
}

function findIn(plain: Plain, phrase: string): Place[] {
  const found: Place[] = [];
  if (phrase === '') return found;
  let at = plain.text.indexOf(phrase);
  while (at >= 0 && found.length < mostPlaces) {
    const last = at + phrase.length - 1;
    if (isUncut(plain, at, phrase.length))
      found.push({ start: plain.starts[at] ?? 0, end: plain.ends[last] ?? 0 });
    at = plain.text.indexOf(phrase, last + 1);
  }
  return found;
}

/** What may differ; and how that is said of the words as they stand in the text. */
const kinds: readonly { unify(text: string): string; say(words: string, found: string): string }[] =
  [
    {
      unify: (text) => text.normalize('NFC'),
      say: (_words, found) =>
        `in another Unicode form (${found === found.normalize('NFC') ? 'NFC' : 'NFD'})`,
    },
    { unify: (text) => text.toLowerCase(), say: () => 'in other case' },
    {
      unify: (text) => text.replaceAll(/\s+/g, ''),
      say: (words, found) => `with other white space${namesOf(/\s/g, found, words)}`,
    },
    {
      unify: (text) => text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''),
      say: (words, found) =>
        `with other characters that can’t be seen${namesOf(/\p{Default_Ignorable_Code_Point}/gu, found, words)}`,
    },
    {
      unify: (text) => Array.from(text, (it) => (isQuotationMark(it) ? "'" : it)).join(''),
      say: () => 'with other quotation marks or apostrophes',
    },
    { unify: (text) => text.replaceAll(/\p{Dash}+/gu, '-'), say: () => 'with other dashes' },
  ];

/** In what the words differ where they stand: whatever keeps them apart when all else is the same. */
function differenceOf(words: string, found: string): string {
  const unified = (text: string, but?: (typeof kinds)[number]) =>
    kinds.filter((kind) => kind !== but).reduce((sofar, { unify }) => unify(sofar), text);
  const said = kinds
    .filter((kind) => unified(words, kind) !== unified(found, kind))
    .map(({ say }) => say(words, found));
  // Ligatures, dots, widths.
  if (unified(words) !== unified(found)) return 'in other typography';
  return said.join(', ') || 'in other typography';
}

/** The code points of that kind that the words have as they stand in the text, and not as they were given. */
function namesOf(kind: RegExp, found: string, words: string): string {
  const given = new Set(words.match(kind));
  const others = [...new Set(found.match(kind))].filter((it) => !given.has(it));
  return others.length === 0 ? '' : ` (${others.map(nameOf).join(', ')})`;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}
