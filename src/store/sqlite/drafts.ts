import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isDamaged } from './errors.ts';

/** What a database is written under, beside its own name, until it is whole. Whoever writes it keeps it locked. */
export function draftOf(path: string): string {
  return `${path}.${randomUUID()}.partial`;
}

const suffixes = ['', '-journal', '-wal', '-shm'];

export function removeDraft(draft: string): void {
  for (const suffix of suffixes) rmSync(draft + suffix, { force: true });
}

/** What a draft, or a file beside one, has behind the name of the database; in earlier versions without an end. */
const isOfDraft =
  /^(\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\.partial)?)(?:-(?:journal|wal|shm))?$/;

/** Removes drafts of that database whose process was killed, as far as this one may. */
export function removeKilledDrafts(path: string): void {
  const name = basename(path);
  const drafts = new Set<string>();
  for (const file of readdirSync(dirname(path))) {
    const [, draft] = (file.startsWith(name) && isOfDraft.exec(file.slice(name.length))) || [];
    if (draft !== undefined) drafts.add(join(dirname(path), name + draft));
  }
  for (const draft of drafts)
    try {
      if (!isLocked(draft)) removeDraft(draft);
    } catch {
      // On a disk that can only be read it stays.
    }
}

function isLocked(draft: string): boolean {
  if (!existsSync(draft)) return false;
  let database: Database.Database | undefined;
  try {
    database = new Database(draft, { timeout: 0, fileMustExist: true });
    database.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    // Half a file is no database, and nobody's either. Of any other error nothing is known.
    return !isDamaged(error);
  } finally {
    database?.close();
  }
}

/** What was written is on the disk then. */
export function sync(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Which names it has is on the disk then. Windows opens no folders, and keeps names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder);
}

/** Makes a folder, and those that it lies in, so that they are there when the power fails, too. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  let made = resolve(folder);
  syncFolder(dirname(made));
  while (made !== resolve(first)) {
    made = dirname(made);
    syncFolder(dirname(made));
  }
}
