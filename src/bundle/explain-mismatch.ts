import type { Mention } from '../model/mention.ts';
import { type CodePoints, codePointsOf } from '../text/code-points.ts';
import { type FindWords, listPlaces } from './find-positions.ts';

/** How programs count that don't count code points of the text as it is; and the characters at such a place. */
interface Counting {
  name: string;
  slice(start: number, end: number): string;
  /** What it makes of the mention's words. */
  words(exact: string): string;
}

/**
 * Says of a mention that doesn't stand at its place where its words stand, and by which way of counting they
 * would be there: UTF-16 units, bytes, a text with other line ends, with a byte order mark, in another
 * Unicode form.
 */
export function createMismatchExplainer(characters: CodePoints, find: FindWords) {
  let countings: Counting[] | undefined;
  return ({ start, end, exact }: Mention, found: string): string => {
    countings ??= countingsOf(characters);
    const right = countings.filter((it) => it.slice(start, end) === it.words(exact));
    const places = find.places(exact);
    const where =
      places.length === 0
        ? `its words stand nowhere in the text${find.showOtherwise(exact)}`
        : `its words stand ${listPlaces(find, places)}`;
    const hint =
      right.length === 0
        ? ''
        : `; start and end are right ${right.map(({ name }) => name).join(', or ')}`;
    return `expected “${exact}” at ${start}–${end}, found “${found}”; ${where}${hint}`;
  };
}

const asTheyAre = (exact: string) => exact;

function countingsOf({ text }: CodePoints): Counting[] {
  const bytes = Buffer.from(text);
  const inText = (name: string, other: string, words = asTheyAre): Counting[] =>
    other === text ? [] : [{ name, slice: codePointsOf(other).slice, words }];
  const lineFeeds = text.replaceAll(/\r\n?/g, '\n');
  return [
    {
      name: 'in UTF-16 units',
      slice: (start, end) => text.slice(start, end),
      words: asTheyAre,
    },
    {
      name: 'in bytes of UTF-8',
      slice: (start, end) => bytes.subarray(start, end).toString(),
      words: asTheyAre,
    },
    ...inText('in the text with CR LF line ends', lineFeeds.replaceAll('\n', '\r\n')),
    ...inText('in the text with LF line ends', lineFeeds),
    ...inText('in the text with a byte order mark before it', `\uFEFF${text}`),
    ...inText('in the text without its byte order mark', text.replace(/^\uFEFF/, '')),
    ...inText('in the text in Unicode form NFD', text.normalize('NFD'), (it) =>
      it.normalize('NFD'),
    ),
    ...inText('in the text in Unicode form NFC', text.normalize('NFC'), (it) =>
      it.normalize('NFC'),
    ),
  ];
}
