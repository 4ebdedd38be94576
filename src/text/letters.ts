const letter = /[\p{L}\p{N}\p{M}]/u;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const hangul = /\p{Script=Hangul}/u;

/** A letter or a digit, or a mark on one. */
export function isLetter(character: string): boolean {
  return letter.test(character);
}

/** Whether it is of a script that puts no spaces between words. */
export function isWithoutSpaces(character: string): boolean {
  return withoutSpaces.test(character);
}

/** The same, or, as Korean, one that puts particles right behind words, figures and marks. */
export function isUnspaced(character: string): boolean {
  return isWithoutSpaces(character) || hangul.test(character);
}

/** Whether a character makes a word of what it stands beside; not where words are written without spaces. */
export function isOfWord(character: string): boolean {
  return isLetter(character) && !isUnspaced(character);
}
