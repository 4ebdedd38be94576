import { accessSync, constants, existsSync, linkSync, type Stats, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type Database from 'better-sqlite3';
import type { Migration } from '../migrations.ts';
import { isBusy, StoreError } from '../store-error.ts';
import { openDatabase } from './connection.ts';
import { draftOf, makeFolder, removeDraft } from './drafts.ts';
import { isDamaged, isUnopened } from './errors.ts';
import { applicationId, migrate, pendingMigrations } from './migrate.ts';

/**
 * A new file appears under its name whole or not at all, whoever is killed or races meanwhile.
 * @param tries how often it is begun
 */
export function createFile(path: string, migrations: readonly Migration[], tries = 3): void {
  if (path.endsWith('/') || path.endsWith(sep)) throw noFileName(path);
  const draft = draftOf(path);
  try {
    makeFolder(dirname(path));
  } catch (cause) {
    throw explainUncreated(dirname(path), cause);
  }
  try {
    const database = openDatabase(draft, { readonly: false, alone: true });
    migrate(database, migrations);
    database.close();
    linkSync(draft, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof StoreError) throw cause;
    // Before it is locked, and once it is closed, another server may take it for one that was left behind.
    if (code === 'ENOENT' && !existsSync(draft) && tries > 1) {
      createFile(path, migrations, tries - 1);
      return;
    }
    if (code !== 'EEXIST') throw explainUncreated(path, cause);
    // Somebody else was faster; or there is a name, but no file that it leads to.
    if (!existsSync(path))
      throw new StoreError(
        `${path} is a link to a file that isn't there: remove the link, or put the file where it leads`,
        { cause },
      );
  } finally {
    removeDraft(draft);
  }
}

/** Checks the file and migrates it; says whether it can only be read. */
export function prepareFile(path: string, migrations: readonly Migration[]): boolean {
  const database = openOurs(path);
  try {
    const pending = pendingMigrations(database, migrations);
    if (pending.length === 0) return !isWritable(path);
    if (!isWritable(path))
      throw new StoreError(`${path} needs migration ${pending[0]?.name}, but can't be written`);
    const writable = openDatabase(path, { readonly: false });
    try {
      migrate(writable, migrations);
    } finally {
      writable.close();
    }
    return false;
  } catch (cause) {
    throw explainUnreadable(path, cause);
  } finally {
    database.close();
  }
}

/**
 * Opens a file that is there, to be read only.
 * @throws StoreError if it is no file, empty, damaged at its beginning, or another program's
 */
export function openOurs(path: string): Database.Database {
  if (requireFile(path).size === 0)
    throw new StoreError(`${path} is empty: remove it to start anew, or put the database back`);
  let database: Database.Database | undefined;
  try {
    database = openDatabase(path, { readonly: true });
    if (database.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreError(
        `${path} is a database of another program: choose another path in DATABASE_URL`,
      );
    return database;
  } catch (cause) {
    database?.close();
    throw explainUnreadable(path, cause);
  }
}

/** @throws StoreError where there is something else under that name, which nobody is to remove */
export function requireFile(path: string): Stats {
  const found = statSync(path);
  if (found.isDirectory()) throw noFileName(path);
  if (!found.isFile())
    throw new StoreError(`${path} is no regular file: give the name of one, as file:PATH`);
  return found;
}

function noFileName(folder: string): StoreError {
  const example = join(folder, 'article-facts.db');
  return new StoreError(`${folder} is a folder: give the name of a file in it, as file:${example}`);
}

/** @param path of the file, or of the folder that it was to be in */
function explainUncreated(path: string, cause: unknown): StoreError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const folder = nearestFolder(path);
  const isRefused = /^(EACCES|EPERM)$/.test(code) || (isUnopened(cause) && !mayWrite(folder));
  return new StoreError(
    isRefused
      ? `can't create ${path}: this user may not write in ${folder}; give it the right to, or choose another path`
      : `can't create ${path}: ${message}`,
    { cause },
  );
}

/** The folder that is there already. */
function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(folder);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function explainUnreadable(path: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  if (isBusy(cause))
    return new StoreError(
      `${path} is in use by another process, which loads or migrates it: start again when that is done`,
      { cause },
    );
  if (isUnopened(cause))
    return new StoreError(
      `${path} can't be opened: check who may read and write it and its folder`,
      { cause },
    );
  const { message } = cause as Error;
  return new StoreError(
    isDamaged(cause)
      ? `${path} can't be read as a database (${message}): put back a copy that is whole, or remove it to start anew`
      : `${path} can't be read (${message}): check its disk, and who may read and write it and its folder`,
    { cause },
  );
}

function isWritable(path: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = openDatabase(path, { readonly: false });
    // Somebody else who is writing shows as well that it can be written.
    database.pragma('busy_timeout = 0');
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch (error) {
    return isBusy(error);
  } finally {
    database?.close();
  }
}
