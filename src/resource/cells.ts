import type { Several } from './csv-columns.ts';

/**
 * Several values in one cell, with `|` between them. A `|` or `\` of a value has a `\` before it, so that
 * they can be told apart whatever is in them; a value that is several again is written so first.
 */
export function writeSeveral(values: Several): string {
  return values.map((value) => marked(toText(value))).join('|');
}

function toText(value: Several[number]): string {
  return typeof value === 'object' && value !== null ? writeSeveral(value) : (value ?? '');
}

function marked(text: string): string {
  return text.replaceAll(/[\\|]/g, '\\$&');
}
