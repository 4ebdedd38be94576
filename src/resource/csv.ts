import { stringify } from 'csv-stringify/sync';
import { writeSeveral } from './cells.ts';
import type { Cell } from './csv-columns.ts';
import type { Format } from './format.ts';

/** RFC 4180, with a line of names. A text that a spreadsheet would run as a formula gets an apostrophe. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  isCompressed: false,
  each: 'a row each',
  async *write({ csvColumns, bom }, batches) {
    const columns = Object.values(csvColumns);
    let before = (bom ? byteOrderMark : '') + writeLines([Object.keys(csvColumns)]);
    for await (const documents of batches) {
      const rows = documents.map((document) => {
        const item: unknown = JSON.parse(document);
        return columns.map((column) => toField(column.read(item)));
      });
      yield before + writeLines(rows);
      before = '';
    }
    // Where there is nothing, the columns are told all the same.
    if (before !== '') yield before;
  },
};

/** By which a spreadsheet knows that a CSV is UTF-8. */
const byteOrderMark = '\uFEFF';

type Field = string | number | null;

function toField(cell: Cell): Field {
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'object' && cell !== null ? writeSeveral(cell) : cell;
}

function writeLines(rows: readonly (readonly Field[])[]): string {
  return stringify([...rows], {
    // Numbers are no texts: they stay as they are, negative ones too.
    cast: { string: defuse },
    record_delimiter: '\r\n',
    // A record delimiter of our own turns off the quoting of LF and of CR alone, unless this is said.
    quote_record_delimiter: true,
    // LibreOffice divides at these too, unless they are quoted; behind them a formula could begin.
    quoted_match: /[;\t]/,
  });
}

/**
 * What a cell must not begin with: the seven characters of OWASP's page on CSV injection, and the four
 * that begin a formula behind white space or invisible characters, which some programs drop before they
 * look. Other forms of the four (full-width, small, raised: all that NFKC makes one of them) are among
 * them, as Apple Numbers takes these for the same. A text that begins with apostrophes and then so gets
 * one more: whoever takes away the first of such a cell has the text as it was.
 */
const formula = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=＝﹦⁼₌⩵⩶+＋﹢⁺₊﬩\-－﹣@＠﹫])/u;

/** An apostrophe makes it a text for spreadsheets. */
function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
