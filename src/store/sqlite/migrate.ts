import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreError } from '../store-error.ts';

/** Marks a file as ours, in its header (PRAGMA application_id): "afct". */
export const applicationId = 0x61666374;

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

/** Those that the database hasn't had yet; an error where it has had others than these. */
export function pendingMigrations(database: Database.Database, migrations: Migration[]) {
  const done = appliedMigrations(database);
  done.forEach(({ name, digest }, index) => {
    const known = migrations[index];
    if (known?.name !== name || known.digest !== digest)
      throw new StoreError(
        `the database has had migration ${name}, which this version does not know in that form; use the version that wrote it, or start with a new file`,
      );
  });
  return migrations.slice(done.length);
}

/** Brings the database up to date in one exclusive transaction: another process sees all of it or nothing. */
export function migrate(database: Database.Database, migrations: Migration[]): void {
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
