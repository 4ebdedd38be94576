import { openDatabase } from './connection.ts';
import { findBrokenReferences, findDamagedPages } from './find-damage.ts';

/**
 * Checks a copy, in a process of its own: a check of all pages takes as long as reading them, and only a
 * process can be ended meanwhile.
 */

// The signal of a terminal goes to both: the other one says what to do.
process.on('SIGINT', () => {});
process.stdout.write(JSON.stringify(check(process.argv[2] ?? '')));

function check(path: string): string[] {
  try {
    const database = openDatabase(path, { readonly: true });
    return [...findDamagedPages(database), ...findBrokenReferences(database)];
  } catch (error) {
    return [`can’t be read (${(error as Error).message})`];
  }
}
