import fc from 'fast-check';
import papaparse from 'papaparse';
import { expect } from 'vitest';
import { readStrictly } from './strict-csv.ts';

/** Any text that JSON can have and a bundle may have; what CSV and spreadsheets mind comes often. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'",\r\n=+-@\t\';| ', '\r\n', '""', '\uFEFF', '\u00A0', '＝', '−'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** The records behind the line of names, by the strict reader; a reader that others wrote agrees. */
export function readRecords(text: string): string[][] {
  const records = readStrictly(text);
  const { data, errors } = papaparse.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
  expect(errors).toEqual([]);
  // It takes the end of the last line for one more record.
  expect(data.slice(0, -1)).toEqual(records);
  return records.slice(1);
}

/** What OWASP says that no cell may begin with, white space and invisible characters aside. */
export function beginsAsFormula(text: string): boolean {
  const [first = ''] = text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return /^[\t\r\n]/.test(text) || /^[=+\-@]/.test(first.normalize('NFKC'));
}

/** The text that a cell stands for, by what `docs/exports.md` says of apostrophes. */
export function textOf(cell: string): string {
  const rest = cell.replace(/^'+/, '');
  return rest !== cell && beginsAsFormula(rest) ? cell.slice(1) : cell;
}
