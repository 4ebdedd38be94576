import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

export interface Migration {
  name: string;
  sql: string;
  digest: string;
}

/** The migrations of a folder, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * @param done what a database has had, in the order of the names
 * @returns those that it hasn't had yet
 * @throws StoreError where it has had others than these
 */
export function checkApplied(
  done: readonly Pick<Migration, 'name' | 'digest'>[],
  migrations: readonly Migration[],
): Migration[] {
  done.forEach(({ name, digest }, index) => {
    const known = migrations[index];
    if (known?.name !== name || known.digest !== digest)
      throw new StoreError(
        `the database has had migration ${name}, which this version does not know in that form; use the version that wrote it, or start with a new one`,
      );
  });
  return migrations.slice(done.length);
}
