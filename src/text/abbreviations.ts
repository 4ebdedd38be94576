/**
 * Letters with a point behind each: U.S., U.S, e.g.; one or two letters where the first is a capital:
 * Ph.D., EE.UU.; and initials with spaces between them: J. K.
 */
export const abbreviations =
  /(?<![\p{L}\p{N}\p{M}.])(?:\p{L}\p{M}*(?:\.\p{L}\p{M}*)+\.?(?![\p{L}\p{N}\p{M}])|(?:\p{Lu}\p{L}?\.){2,}|\p{Lu}\.(?:[ \u00a0\u202f]?\p{Lu}\.)+)/gu;

/** Without its points: US, eg, PhD, JK. */
export function readAbbreviation(written: string): string {
  return written.replace(/[. \u00a0\u202f]/g, '');
}
