import type { Kysely } from 'kysely';

/** What can only be read. What writes takes `Writing`, a transaction, which can be read in as well. */
export type Reading = Pick<Kysely<Record<never, never>>, 'executeQuery' | 'getExecutor'>;
