import { writeSeveral } from './cells.ts';
import type { Cell, CsvColumn } from './csv-columns.ts';

/** What a cell of a sheet has: a text, or a value that spreadsheets can reckon with. */
type SheetCell = string | number | boolean | Date | null;

/** In UTF-16 units, as spreadsheets count. */
export const longestText = 32_767;

/** @param tellCut called where the text is longer than a cell can be */
export function toSheetCell(type: CsvColumn['type'], cell: Cell, tellCut: () => void): SheetCell {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  const text = typeof cell === 'string' ? cell : writeSeveral(cell);
  if (text === '') return null;
  if (type === 'day' || type === 'instant') return toDate(text) ?? text;
  if (text.length <= longestText) return toXmlText(text);
  tellCut();
  return toXmlText(cutOff(text));
}

/** Spreadsheets know days from March 1900 on (they take 1900 for a leap year), of years of four digits. */
const firstDay = '1900-03-01';

/** Null where it is no day or instant in UTC, or none that spreadsheets know. */
function toDate(text: string): Date | null {
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/.test(text);
  const date = new Date(text);
  // Leap seconds are none that a spreadsheet knows either.
  return isDate && text >= firstDay && !Number.isNaN(date.getTime()) ? date : null;
}

/** So much of it that there is room to say how much is missing. */
function cutOff(text: string): string {
  const kept = text.slice(0, longestText - 60).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept} […] cut: ${text.length - kept.length} more characters`;
}

/**
 * Characters that XML doesn't have are written as `_xFFFE_`, and what looks so already with its `_` written
 * in that way, as ECMA-376 says of texts (ST_Xstring). For controls and CR, the library does the same.
 */
function toXmlText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\uFFFE', '_xFFFE_')
    .replaceAll('\uFFFF', '_xFFFF_');
}
