import { stringify } from 'csv-stringify/sync';
import type { Table } from './columns.ts';

/** A form that items are exported in. */
export interface Format {
  name: 'csv' | 'ndjson';
  mediaType: string;
  contentType: string;
  /** What becomes of an item. */
  each: string;
  /** What comes before the first item. */
  begin(table: Table): string;
  /** @param documents JSON texts */
  write(table: Table, documents: readonly string[]): string;
}

/** RFC 4180, with a line of names. What a spreadsheet would take for a formula gets an apostrophe. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  each: 'a row each',
  begin: ({ columns }) => writeLines([Object.keys(columns)]),
  write({ columns }, documents) {
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
  write: (_table, documents) => documents.map((document) => `${document}\n`).join(''),
};

/** By which a spreadsheet knows that a CSV is UTF-8. */
export const byteOrderMark = '\uFEFF';

function writeLines(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows], { escape_formulas: true, record_delimiter: '\r\n' });
}
