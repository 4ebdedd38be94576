import type { CsvColumns } from './csv-columns.ts';

/** A form that items are exported in. */
export interface Format {
  name: 'csv' | 'ndjson' | 'xlsx';
  mediaType: string;
  contentType: string;
  /** Whether what it writes is compressed already. */
  isCompressed: boolean;
  /** What becomes of an item. */
  each: string;
  /**
   * Writes all items, bit by bit, as they are asked for.
   * @param batches JSON texts, some at a time
   */
  write(
    sheet: Sheet,
    batches: AsyncIterable<readonly string[]>,
  ): AsyncGenerator<string | Uint8Array>;
}

/** What is written: the name of the resource, and its columns where the format has any. */
interface Sheet {
  name: string;
  csvColumns: CsvColumns;
  /** Of a CSV: whether it begins with a byte order mark, by which Excel knows that it is UTF-8. */
  bom: boolean;
}
