import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** What can only be read. What writes takes `Writing`, a transaction, which can be read in as well. */
export interface Reading
  extends Pick<Kysely<Record<never, never>>, 'executeQuery' | 'getExecutor'> {
  readonly dialect: Dialect;
}

/** What runs queries, with the dialect of its engine. */
export function readingOn(queries: Omit<Reading, 'dialect'>, dialect: Dialect): Reading {
  return {
    dialect,
    executeQuery: (query) => queries.executeQuery(query),
    getExecutor: () => queries.getExecutor(),
  };
}
