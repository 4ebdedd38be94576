import { isOfWord } from '../text/letters.ts';
import { characterAt, characterBefore, isBlank } from '../text/span.ts';

/** The marks of quotations (`closers`), in a row. */
const marks = /["'“”„‟‘’‚‛«»‹›「」『』｢｣﹁﹂﹃﹄《》〈〉〝〞〟״＂＇]/g;

/** Marks that only open, or only close, whatever stands around them. */
const onlyOpening = '„‟‚‛「『｢﹁﹃《〈〝';
const onlyClosing = '」』｣﹂﹄》〉〞〟';
/** Marks that stand for a letter left out as well. */
const apostrophes = "’‘'＇";
/** Marks that stand within Hebrew abbreviations as well. */
const gershayim = '"״';
/** In Chinese and Japanese, those of a book or a film. */
const marksOfTitles = '《》〈〉';

/** A mark of quotation in its place, and what it can be there. */
export interface Mark {
  character: string;
  at: number;
  opens: boolean;
  closes: boolean;
}

/** The marks of a text in order, but those that are surely something else, as an apostrophe. */
export function marksOf(text: string, language: string): Mark[] {
  const areTitles = /^(zh|ja|yue|wuu)\b/.test(language);
  return Array.from(text.matchAll(marks), ({ 0: mark, index }) => ({
    character: mark,
    at: index,
    ...(areTitles && marksOfTitles.includes(mark) ? nothing : useOf(text, mark, index)),
  })).filter(({ opens, closes }) => opens || closes);
}

const nothing = { opens: false, closes: false };

function useOf(text: string, mark: string, at: number): Pick<Mark, 'opens' | 'closes'> {
  if (onlyOpening.includes(mark)) return { opens: true, closes: false };
  if (onlyClosing.includes(mark)) return { opens: false, closes: true };
  if (isApostrophe(text, mark, at) || isGershayim(text, mark, at) || isHeight(text, at))
    return nothing;
  const [before, after] = [characterBefore(text, at), characterAt(text, at + 1)];
  const opens =
    mark !== '’' &&
    // In France a space stands between these marks and the words.
    ('«‹'.includes(mark) || !isBlank(after)) &&
    (!isOfWord(before) || canOpenBehindLetter(mark, before, after));
  const closes = '»›'.includes(mark) || !isBlank(before);
  // Behind a bracket or a dash, before a letter: (“yes”), —“no”.
  const isSurelyOpening = opens && isOfWord(after) && /\p{Ps}|\p{Pd}/u.test(before);
  return { opens, closes: closes && !isSurelyOpening };
}

/** Arabic and Hebrew write “and”, “in” and the like together with what is quoted; others, an elided article. */
function canOpenBehindLetter(mark: string, before: string, after: string): boolean {
  return isOfWord(after) && ('“«'.includes(mark) || semitic.test(before));
}

const semitic = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** As in l’homme, O'Neill, ’tis, the ’90s, un po’, rock ’n’ roll. */
function isApostrophe(text: string, mark: string, at: number): boolean {
  if (!apostrophes.includes(mark)) return false;
  if (isOfWord(characterBefore(text, at)) && isOfWord(characterAt(text, at + 1))) return true;
  const [word = ''] = /^[\p{L}\p{N}]{1,12}/u.exec(text.slice(at + 1, at + 13)) ?? [];
  return (
    elided.has(word) ||
    /^\d0s?$/.test(word) ||
    /(?<!\p{L})(?:[Pp]o|['’‘]n)$/u.test(text.slice(Math.max(at - 3, 0), at))
  );
}

/** What is left of words that begin with an apostrophe, in English, Dutch and Italian. */
const elided: ReadonlySet<string> = new Set(
  'n s t k m em tis Tis twas Twas til till cause bout round cos ndrangheta'.split(' '),
);

/** As in צה"ל and מנכ"לית: within a Hebrew word, unless one of the prefixes alone stands before it. */
function isGershayim(text: string, mark: string, at: number): boolean {
  if (!gershayim.includes(mark) || !/^[\p{L}\p{M}]/u.test(text.slice(at + 1, at + 2))) return false;
  if (!/\p{Script=Hebrew}/u.test(text.charAt(at - 1))) return false;
  const isBehindPrefix = /(?<![\p{L}\p{M}])[ושהכלבמ]{1,3}$/u.test(
    text.slice(Math.max(0, at - 4), at),
  );
  return !(isBehindPrefix && /^[\p{L}\p{M}]{2}/u.test(text.slice(at + 1, at + 3)));
}

/** As in 5'11". */
function isHeight(text: string, at: number): boolean {
  return /\d['’]\d{1,2}["”]$/.test(text.slice(Math.max(at - 5, 0), at + 1));
}
