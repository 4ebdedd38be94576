/** Where words stand, in UTF-16 units, end-exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Without the white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charAt(from))) from++;
  while (to > from && isBlank(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** White space, or nothing: so is what lies beyond the ends of a text. */
export function isBlank(character: string): boolean {
  return character.trim() === '';
}

/** The character at an offset, whole; empty outside the text. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The character that ends before an offset, whole; empty at the beginning of the text. */
export function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const pair = text.codePointAt(offset - 2) ?? 0;
  return offset > 1 && pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(offset - 1);
}
