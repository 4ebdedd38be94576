import type { Cell } from './article.ts';

/** A column of a table that is written for others to read. */
export interface ColumnShape {
  type: 'TEXT' | 'INTEGER' | 'REAL';
  about: string;
  /** The table to whose `id` it refers. */
  references?: string;
  /** Whether rows are looked for by it. */
  indexed?: boolean;
}

export interface TableShape {
  name: string;
  about: string;
  columns: Readonly<Record<string, ColumnShape>>;
  /** The columns that tell its rows apart. */
  key: readonly string[];
}

/** Writes tables, of which others only see whole ones. */
export interface TablesWriter {
  /** @param rows each with a cell for every column, in their order */
  insert(table: string, rows: readonly (readonly Cell[])[]): void;
  /** Makes the indexes and closes the file. */
  finish(): void;
  /** Closes it as it is. */
  abandon(): void;
}
