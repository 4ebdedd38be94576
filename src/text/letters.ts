const letter = /[\p{L}\p{N}\p{M}]/u;
/** Of scripts that put no spaces between words or, as Korean, particles right behind words, figures and marks. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A letter or a digit, or a mark on one. */
export function isLetter(character: string): boolean {
  return letter.test(character);
}

export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}

/** Whether a character makes a word of what it stands beside; not where words are written without spaces. */
export function isOfWord(character: string): boolean {
  return isLetter(character) && !isUnspaced(character);
}
