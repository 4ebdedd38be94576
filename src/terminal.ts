/**
 * What the command line says. File names, texts and error messages come from others, and a terminal obeys
 * control characters: it would delete lines, change its title, or show a text in another order. So all
 * that is for people goes through here, where such characters are shown, not sent.
 */

/** A line to standard output. */
export function print(line: string): void {
  console.log(escapeControls(line));
}

/** A line to standard error. */
export function printError(line: string): void {
  console.error(escapeControls(line));
}

/**
 * Control characters (C0, DEL, C1), halves of surrogate pairs, what separates lines and paragraphs, and
 * what sets the direction of a text, each as JSON would have it.
 */
export function escapeControls(text: string): string {
  return text.replace(controls, (character) => {
    const short = JSON.stringify(character).slice(1, -1);
    if (short !== character) return short;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The same for text of several lines, which stay apart. */
export function escapeLines(text: string): string {
  return text.replace(/[^\r\n]+|\r(?!\n)/g, escapeControls);
}

const controls = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
