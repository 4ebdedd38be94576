import type { Fault } from '../model/fault.ts';

/**
 * So many characters (UTF-16 units) an article or a fact has in all, in its texts and the names of its fields.
 * A list has a hundred of them, and a page shows several: what they take is bounded by this.
 */
const mostCharacters = 131_072;

/** @param pointer of what is checked */
export function checkSize(value: object, pointer: string): Fault[] {
  const size = charactersOf(value);
  if (size <= mostCharacters) return [];
  const detail = `must have at most ${mostCharacters} characters in all its texts and names of fields; not ${size}`;
  return [{ pointer, detail }];
}

function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  if (Array.isArray(value)) for (const item of value) sum += charactersOf(item);
  else for (const [name, field] of Object.entries(value)) sum += name.length + charactersOf(field);
  return sum;
}
