import { InputError } from '../input.ts';
import { isAddress } from '../store/open-store.ts';

/**
 * The configured database, where it is a file.
 * @param what is to be done with it, like `copied`
 * @throws InputError
 */
export function requireFileOf(database: string, what: string): string {
  if (database === ':memory:')
    throw new InputError(
      `a database in memory is gone with its process and can’t be ${what}: set DATABASE_URL=file:PATH`,
    );
  if (isAddress(database))
    throw new InputError(
      `only a file can be ${what} here: PostgreSQL has programs for that (docs/postgresql.md)`,
    );
  return database;
}
