import { stringify } from 'csv-stringify/sync';
import type { CsvColumns } from './csv-columns.ts';

/** A form that items are exported in. */
export interface Format {
  name: 'csv' | 'ndjson';
  mediaType: string;
  contentType: string;
  /** What becomes of an item. */
  each: string;
  /** What comes before the first item. */
  begin(columns: CsvColumns): string;
  /** @param documents JSON texts */
  write(columns: CsvColumns, documents: readonly string[]): string;
}

/** RFC 4180, with a line of names. A text that a spreadsheet would run as a formula gets an apostrophe. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  each: 'a row each',
  begin: (columns) => writeLines([Object.keys(columns)]),
  write(columns, documents) {
    const cells = Object.values(columns);
    return writeLines(
      documents.map((document) => {
        const item: unknown = JSON.parse(document);
        return cells.map((read) => read(item));
      }),
    );
  },
};

/** A line an item, exactly as lists have it. */
export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  each: 'a line of JSON each',
  begin: () => '',
  write: (_columns, documents) => documents.map((document) => `${document}\n`).join(''),
};

/** By which a spreadsheet knows that a CSV is UTF-8. */
export const byteOrderMark = '\uFEFF';

function writeLines(rows: readonly (readonly unknown[])[]): string {
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
