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
  /(?:[\p{L}\p{N}\p{M}\u00ad\u200d](?<![\u02bb\u02bc]))+(?:['’‘ʻʼ′＇׳״"\-‐‑\u05be\u200c](?:[\p{L}\p{N}\p{M}\u00ad\u200d](?<![\u02bb\u02bc]))+)*/gu;

/** Longer ones have no other forms that anybody would type. */
const longest = 40;

/** The words of a text, in lower case, of which `formsOf` may make something. */
export function wordsIn(text: string, language: string): readonly string[] {
  const lower = text.toLowerCase();
  const isParted = connector.test(lower);
  // Without a stemmer, other spellings are all there is to know.
  if (!isParted && stemmerOf(language) === undefined && !spelledOut.test(lower)) return [];
  const words = lower.match(ascii.test(lower) ? asciiWritten : written) ?? [];
  if (!isParted) return words;
  return words.flatMap((word) => (connector.test(word) ? [word, ...word.split(connectors)] : word));
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
  return [
    ...(spelled === term ? [] : [[`:${spelled}`, term] as const]),
    ...(stemmer === undefined ? [] : stemKeys(word, stemmer).map((key) => [key, term] as const)),
  ];
}

const letter = /\p{L}/u;

/** By which keys the other forms of a word that somebody types are known, whatever its language. */
export function keysOf(word: string): string[] {
  if (word.length > longest) return [];
  // A stemmer may take more from a stem than is one: words whose stem is this one are its forms as well.
  const asStem = stemmers
    .filter(({ script }) => script.test(word))
    .map(({ language }) => `${language}:${foldLetters(word)}`);
  const stems = stemmers.flatMap((it) => stemKeys(word, it));
  return [...new Set([...spellingKeys(word), ...asStem, ...stems])];
}

/** The same for a word that is to be found as it is: other spellings are no other forms. */
export function spellingKeys(word: string): string[] {
  return [...new Set([`:${foldLetters(word)}`, `:${foldLetters(spellOut(word))}`])];
}

/** Accents may be typed or not, and a stemmer looks at them: the stems of both. */
function stemKeys(word: string, { language, script, stem }: Stemmer): string[] {
  if (!script.test(word)) return [];
  // Letters that are plain are written in one way.
  if (ascii.test(word)) return [`${language}:${stem(word) || word}`];
  const spellings = new Set([
    word,
    foldLetters(word),
    foldLetters(spellOut(word)),
    ...withoutAnd(word),
  ]);
  return [...new Set(Array.from(spellings, (it) => `${language}:${foldLetters(stem(it)) || it}`))];
}

/** Arabic writes “and the …” as one word, of which the stemmer takes “the” away and leaves “and”. */
function withoutAnd(word: string): string[] {
  return /^[وف]ال\p{L}{2}/u.test(word) ? [word.slice(1)] : [];
}
