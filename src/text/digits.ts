const digit = /\p{Nd}/u;

/** The decimal digits of any script as 0–9; those outside the BMP stay, so that every place stays what it is. */
export function latinDigits(text: string): string {
  const known = new Map<string, string>();
  return text.replaceAll(/\p{Nd}/gu, (character) => {
    if (character.length > 1) return character;
    const latin = known.get(character) ?? digitOf(character);
    known.set(character, latin);
    return latin;
  });
}

/** What a digit stands for: ten of them stand in a row, from nought. */
function digitOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (codePoint - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String(codePoint - zero);
}
