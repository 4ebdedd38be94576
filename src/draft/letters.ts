/** The scripts that put no spaces between words or, as Korean, particles right behind words, figures and marks. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const letter = String.raw`\p{L}\p{N}\p{M}`;

/** Letters and digits, with their marks, that stand in a row between spaces or marks. */
export const spacedRun = `[[${letter}]--[${unspaced}]]+`;
export const unspacedRun = `[[${letter}]&&[${unspaced}]]+`;

const spacedLetter = new RegExp(spacedRun, 'v');
const anyLetter = new RegExp(`[${letter}]`, 'v');

/** Whether a character makes a word of what it stands beside; not where words are written without spaces. */
export function isOfWord(character: string): boolean {
  return spacedLetter.test(character);
}

export function isLetter(character: string): boolean {
  return anyLetter.test(character);
}
