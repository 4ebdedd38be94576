import type { Mention, WrittenMention } from '../model/mention.ts';
import type { CodePoints } from '../text/code-points.ts';
import { codePoints } from '../text/code-points.ts';
import { createFindOtherwise } from './find-otherwise.ts';

/** Where words stand in a text, in code points. */
export interface Place {
  start: number;
  end: number;
}

/** Finds words in the article's text. */
export interface FindWords {
  /** Every place where they stand, the first thousand. */
  places(words: string): readonly Place[];
  /** Whether these words stand in the text in this order, whatever white space is between and whatever can't be seen is within them. */
  has(...words: string[]): boolean;
  /** Whether what stands before and behind a place is that. */
  fits(place: Place, prefix: string, suffix: string): boolean;
  /** A place for people, with what stands around its words. */
  show(place: Place): string;
  /** Of words that stand nowhere, where they stand in other typography, Unicode form or case, for people; empty where they don't. */
  showOtherwise(words: string): string;
  /** Whether so much was looked for that no more is: what was found by then says nothing. */
  isExhausted(): boolean;
}

const mostPlaces = 1000;
/** So many are shown to a person who has to choose. */
const mostShown = 5;
/**
 * So many characters are looked through for one bundle: a thousand different phrases in a text of half a
 * megabyte. Looking further would hold up everybody else.
 */
const mostLookedAt = 500_000_000;

export function createFindWords(characters: CodePoints): FindWords {
  const { text, positionOf, offsetOf, slice } = characters;
  const findOtherwise = createFindOtherwise(characters);
  const known = new Map<string, Place[]>();
  let lookedAt = 0;
  let folded: string | undefined;
  return {
    has(...words) {
      folded ??= foldSpaces(text);
      const whole = folded;
      let from = 0;
      return words.every((it) => {
        if (!mayLook()) return true;
        const sought = foldSpaces(it);
        const at = whole.indexOf(sought, from);
        from = at + sought.length;
        return at >= 0;
      });
    },
    places(words) {
      const before = known.get(words);
      if (before !== undefined) return before;
      const found = mayLook() ? findAll(words) : [];
      known.set(words, found);
      return found;
    },
    fits: ({ start, end }, prefix, suffix) =>
      text.endsWith(prefix, offsetOf(start)) || prefix === ''
        ? text.startsWith(suffix, offsetOf(end))
        : false,
    show,
    showOtherwise(words) {
      const places = findOtherwise(words).map(
        (place, index) => `${index + 1}. ${show(place)}, ${place.difference}`,
      );
      return places.length === 0 ? '' : `; but the same words stand ${places.join('; ')}`;
    },
    isExhausted: () => lookedAt > mostLookedAt,
  };

  function show({ start, end }: Place): string {
    const around = `${slice(start - 20, start)}[${shorten(slice(start, end))}]${slice(end, end + 20)}`;
    return `at ${start}–${end} “${around.replaceAll(/\s+/g, ' ')}”`;
  }

  function mayLook(): boolean {
    lookedAt += text.length;
    return lookedAt <= mostLookedAt;
  }

  function findAll(words: string): Place[] {
    const found: Place[] = [];
    const length = codePoints(words);
    let at = text.indexOf(words);
    while (at >= 0 && found.length < mostPlaces) {
      const start = positionOf(at);
      found.push({ start, end: start + length });
      at = text.indexOf(words, at + 1);
    }
    return found;
  }
}

/** What can't be seen doesn't count: a field of one line can't have it, and the text may, like a soft hyphen. */
function foldSpaces(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}

/** A mention in its place; or, as a text, why it has none. */
export function placeMention(mention: WrittenMention, find: FindWords | null): Mention | string {
  const { exact, start, end, prefix, suffix, occurrence, role, continues } = mention;
  const rest = { exact, role, continues } as Mention;
  const isChosen = prefix !== undefined || suffix !== undefined || occurrence !== undefined;
  if (start !== undefined && (find === null || !isChosen))
    return { ...rest, start, end: end ?? start + codePoints(exact) };
  if (find === null)
    return 'must have start and end, or the article’s text has to be at hand (articleText, --text)';
  const all = find.places(exact);
  const around = all.filter((place) => find.fits(place, prefix ?? '', suffix ?? ''));
  const counted = occurrence === undefined ? around : around.slice(occurrence - 1, occurrence);
  const fitting = counted.filter((place) => place.start === (start ?? place.start));
  const [place] = fitting;
  if (place !== undefined && fitting.length === 1) return { ...rest, ...place };
  return explain(exact, find, all, fitting);
}

export function isPlaced(outcome: Mention | string): outcome is Mention {
  return typeof outcome !== 'string';
}

function explain(
  exact: string,
  find: FindWords,
  all: readonly Place[],
  fitting: readonly Place[],
): string {
  const words = `“${shorten(exact)}”`;
  if (all.length === 0)
    return `${words} stands nowhere in the text: exact has to be verbatim, letter by letter${find.showOtherwise(exact)}`;
  if (fitting.length === 0)
    return `${words} does not stand where prefix, suffix, occurrence or start have it, but ${listPlaces(find, all)}`;
  const times = `${fitting.length}${fitting.length === mostPlaces ? ' or more' : ''} times`;
  return `${words} stands ${times} in the text: say which by occurrence (1, 2, …), prefix or suffix: ${listPlaces(find, fitting)}`;
}

/** The first few places, numbered as `occurrence` counts. */
export function listPlaces(find: FindWords, places: readonly Place[]): string {
  const shown = places
    .slice(0, mostShown)
    .map((place, index) => `${index + 1}. ${find.show(place)}`);
  const more = places.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words;
}
