import type { Transaction } from 'kysely';

/** A transaction that may write. What only reads takes `Reading`, which this is too. */
export type Writing = Transaction<Record<never, never>>;
