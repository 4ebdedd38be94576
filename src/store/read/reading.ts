import type { Queries } from '../connection.ts';

/** What can only be read. What writes takes `Writing`, a transaction, which can be read in as well. */
export type Reading = Queries;
