import { copyFileSync } from 'node:fs';
import { isFull, StoreError } from '../store-error.ts';
import { openDatabase } from './connection.ts';
import { requireFile } from './file.ts';

/**
 * Copies a database as it is now, while others may read and write it.
 * @param to path of the copy, where there is nothing yet
 * @throws StoreError
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  // A copy of nothing would be a database.
  if (requireFile(path).size === 0) return copyFileSync(path, to);
  try {
    const database = openDatabase(path, { readonly: true });
    try {
      // In one go: who writes meanwhile would make it begin anew.
      await database.backup(to, { progress: () => Number.MAX_SAFE_INTEGER });
    } finally {
      database.close();
    }
  } catch (cause) {
    const { message } = cause as Error;
    const advice = isFull(cause)
      ? 'there is no room for the copy; TMPDIR says where it is made'
      : message;
    throw new StoreError(`${path} can't be copied: ${advice}`, { cause });
  }
}
