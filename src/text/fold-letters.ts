import anyAscii from 'any-ascii';
import { latinDigits } from './digits.ts';

/**
 * Marks that any script may carry, accents and points; but not the sound marks of Kana, which make another
 * letter. And what is left out in writing, or can't be seen: vowel marks of Hebrew, Arabic and Syriac,
 * dots below letters of India, the stroke that draws Arabic words out, soft hyphens, joiners, marks of
 * direction, and the rings and primes of transliterations.
 */
const leftOut =
  /\p{Script=Inherited}(?<![\u3099\u309A])|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u093c\u09bc\u0a3c\u0abc\u0b3c\u0640\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u02b9-\u02bc\u02be\u02bf]/gu;
/** Letters that are written, or typed, as others: of Arabic script, the final sigma, and Hindi’s candrabindu. */
const variants: ReadonlyMap<string, string> = new Map([
  ['\u0671', '\u0627'], // alef wasla
  ...['\u0649', '\u06cc', '\u06d0'].map((yeh) => [yeh, '\u064a'] as const),
  ...['\u06a9', '\u06aa'].map((kaf) => [kaf, '\u0643'] as const),
  // Teh marbuta is written as heh, and Urdu, Kurdish and Uyghur have hehs of their own.
  ...['\u0629', '\u06be', '\u06c0', '\u06c1', '\u06c3', '\u06d5'].map(
    (heh) => [heh, '\u0647'] as const,
  ),
  ['\u03c2', '\u03c3'],
  ['\u0901', '\u0902'],
]);
const varying =
  /[\u0671\u0649\u06cc\u06d0\u06a9\u06aa\u0629\u06be\u06c0\u06c1\u06c3\u06d5\u03c2\u0901]/g;
/** Latin letters beyond ASCII, but the one that stands for a decimal point. */
const latin = /(?=[^\0-\x7f\ua78f])\p{Script=Latin}/gu;
const ascii = /^[\0-\x7f]*$/;
/** Whether any of these is there, or a digit that isn't Latin. */
const varies =
  /[\u0671\u0649\u06cc\u06d0\u06a9\u06aa\u0629\u06be\u06c0\u06c1\u06c3\u06d5\u03c2\u0901]|(?=[^\0-\x7f])[\p{Nd}\p{Script=Latin}]/u;

/**
 * Without case, accents and differences of form: “Présiden”, “PRESIDEN” and “ｐｒｅｓｉｄｅｎ” are one, and so
 * are “Wałęsa” and “Walesa”. What Unicode has no decomposition for, any-ascii has for Latin letters; for
 * other scripts it would transliterate them, so what varies in these stands here.
 */
export function foldLetters(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .replace(leftOut, '')
    // Upper case first: ß and SS are one.
    .toUpperCase()
    .toLowerCase();
  if (ascii.test(plain)) return plain;
  const folded = plain.normalize('NFKC');
  if (!varies.test(folded)) return folded;
  return latinDigits(
    folded.replace(varying, (letter) => variants.get(letter) ?? letter).replace(latin, toAscii),
  );
}

function toAscii(letter: string): string {
  return (
    anyAscii(letter)
      .toLowerCase()
      .replace(/[^a-z]/g, '') || letter
  );
}

/** As letters with dots, rings and strokes are spelled where a keyboard lacks them: “Mueller”, “Oeresund”. */
export function spellOut(word: string): string {
  if (ascii.test(word)) return word;
  return word.normalize('NFC').replace(/[äöüøå]/g, (letter) => spellings.get(letter) ?? letter);
}

const spellings = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
]);
