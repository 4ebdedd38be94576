import { foldLetters, spellOut } from './fold-letters.ts';
import { type Stemmer, stemmerOf, stemmers } from './stemmers.ts';
import { splitTermsOf } from './words.ts';

// Words that are forms of one have a key in common: their language and stem, `en:visit`; or, in whatever
// language, how they are written without marks between letters, or spelled out: `:obrien`, `:mueller`.

/** A key, and a word that has it: the term, or several where marks part it. */
export type Form = readonly [key: string, word: string];

/** What parts a word that is written without it as well: apostrophes, hyphens, the invisible non-joiner. */
const connectors = /['’‘ʻʼ′＇׳״"\-‐‑\u05be\u200c]/g;
const connector = /['’‘ʻʼ′＇׳״"\-‐‑\u05be\u200c]/;
const written =
  /(?:[\p{L}\p{N}\p{M}](?<![\u02bb\u02bc]))+(?:['’‘ʻʼ′＇׳״"\-‐‑\u05be\u200c](?:[\p{L}\p{N}\p{M}](?<![\u02bb\u02bc]))+)*/gu;

/** Longer ones have no other forms that anybody would type. */
const longest = 40;

/** The words of a text, in lower case, of which `formsOf` may make something. */
export function wordsIn(text: string, language: string): readonly string[] {
  const lower = lowerCaseOf(text);
  const isParted = connector.test(lower);
  // Without a stemmer, other spellings are all there is to know.
  if (!isParted && stemmerOf(language) === undefined && !spelledOut.test(lower)) return [];
  const words = lower.match(ascii.test(lower) ? asciiWritten : written) ?? [];
  if (!isParted) return words;
  return words.flatMap((word) => (connector.test(word) ? [word, ...word.split(connectors)] : word));
}

/** Without what a stemmer would stumble over: soft hyphens, joiners, the stroke that draws Arabic words out. */
export function lowerCaseOf(text: string): string {
  return text.toLowerCase().replace(/\u00ad|\u200d|\u0640/g, '');
}

const spelledOut = /[äöüøå]|[aou]\u0308|a\u030a/;
const ascii = /^[\0-\x7f]*$/;
const asciiWritten = /[a-z0-9]+(?:['"-][a-z0-9]+)*/g;

/** By which keys a word of a text is found, beside by itself. */
export function formsOf(word: string, language: string): Form[] {
  if (word.length > longest) return [];
  if (connector.test(word)) {
    const terms = word.split(connectors).flatMap(splitTermsOf);
    const isSimple = terms.length > 1 && terms.length === word.split(connectors).length;
    return isSimple && letter.test(word) ? [[`:${terms.join('')}`, terms.join(' ')]] : [];
  }
  const [term = '', ...others] = splitTermsOf(word);
  if (term === '' || others.length > 0) return [];
  const spelled = foldLetters(spellOut(word));
  const stemmer = stemmerOf(language);
  const isKnown = stemmer?.script.test(word) ?? false;
  const keys = stemmer && isKnown ? stemKeys(spellingsOf(word), stemmer) : [];
  return [...(spelled === term ? [] : [`:${spelled}`]), ...keys].map((key) => [key, term]);
}

const letter = /\p{L}/u;

/** By which keys the other forms of a word that somebody types are known, whatever its language. */
export function keysOf(word: string): string[] {
  if (word.length > longest) return [];
  const spellings = spellingsOf(word);
  const stems = stemmers
    .filter(({ script }) => script.test(word))
    .flatMap((it) => [
      // It may take more from a stem than is one: words whose stem is this one are its forms as well.
      `${it.language}:${spellings[0]}`,
      ...stemKeys(spellings, it),
    ]);
  return [...new Set([...spellingKeys(word), ...stems])];
}

/** The same for a word that is to be found as it is: other spellings are no other forms. */
export function spellingKeys(word: string): string[] {
  return [...new Set([`:${foldLetters(word)}`, `:${foldLetters(spellOut(word))}`])];
}

/** A word as it may be typed, folded first; a stemmer looks at accents. */
function spellingsOf(word: string): string[] {
  // Letters that are plain are written in one way.
  if (ascii.test(word)) return [word];
  const spellings = [foldLetters(word), word, foldLetters(spellOut(word)), ...withoutAnd(word)];
  return [...new Set(spellings)];
}

function stemKeys(spellings: readonly string[], { language, stem }: Stemmer): string[] {
  const stems = new Set(spellings.map((it) => stem(it) || it));
  return Array.from(stems, (it) => `${language}:${foldLetters(it)}`);
}

/** Arabic writes “and the …” as one word, of which the stemmer takes “the” away and leaves “and”. */
function withoutAnd(word: string): string[] {
  return /^[وف]ال\p{L}{2}/u.test(word) ? [word.slice(1)] : [];
}
