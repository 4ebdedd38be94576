import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { checkApplied, type Migration } from '../migrations.ts';
import { StoreError } from '../store-error.ts';

/** Marks a file as ours, in its header (PRAGMA application_id): "afct". */
export const applicationId = 0x61666374;

/** Those that the database hasn't had yet; an error where it has had others than these. */
export function pendingMigrations(database: Database.Database, migrations: readonly Migration[]) {
  return checkApplied(appliedMigrations(database), migrations);
}

/** Brings the database up to date in one exclusive transaction: another process sees all of it or nothing. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  if (pendingMigrations(database, migrations).length === 0) return;
  const apply = database.transaction(() => {
    // Asked again: another server may have migrated while this one waited for the lock.
    for (const migration of pendingMigrations(database, migrations)) applyOne(database, migration);
  });
  apply.exclusive();
}

function applyOne(database: Database.Database, { name, sql, digest }: Migration): void {
  try {
    database.function('gen_random_uuid', () => randomUUID());
    database.pragma(`application_id = ${applicationId}`);
    database.exec(
      'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID',
    );
    database.exec(sql);
    database.prepare('INSERT INTO migrations (name, digest) VALUES (?, ?)').run(name, digest);
  } catch (cause) {
    throw new StoreError(`migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}

function appliedMigrations(database: Database.Database) {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get();
  if (table === undefined) return [];
  return database
    .prepare<[], { name: string; digest: string }>(
      'SELECT name, digest FROM migrations ORDER BY name',
    )
    .all();
}
