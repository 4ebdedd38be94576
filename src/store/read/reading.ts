import type { Dialect } from '../dialect.ts';
import type { Sql } from '../sql.ts';

/** What can only be read. What writes takes `Writing`, a transaction, which can be read in as well. */
export interface Reading {
  readonly dialect: Dialect;
  rows<Row>(statement: Sql): Promise<Row[]>;
}
