import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isDamaged, isFull, StoreError } from '../store-error.ts';

interface Options {
  /** Whether a file that is there is replaced. */
  replace: boolean;
  /** A file whose rights it gets, and which it never replaces. */
  like: string;
  /** How many it will have. */
  bytes: number;
}

/**
 * Has a database written beside `to` under another name, and gives it that name once it is on the disk.
 * However it ends, there is either all of it or nothing under that name.
 * @param write writes it there; `letGo` is called once it has its name
 * @throws StoreError which says what to do
 */
export async function writeAtomically<Result>(
  to: string,
  options: Options,
  write: (draft: string) => Promise<{ result: Result; letGo: () => void }>,
): Promise<Result> {
  const path = resolve(to);
  const folder = dirname(path);
  const draft = `${path}.${randomUUID()}.partial`;
  try {
    requireFree(path, options);
    forgetKilled(path);
    requireRoom(folder, options.bytes);
    // Nobody else sees in it what they don't see in the database.
    closeSync(openSync(draft, 'wx', statSync(options.like).mode & 0o666));
    try {
      const { result, letGo } = await write(draft);
      try {
        sync(draft);
        if (options.replace) renameSync(draft, path);
        else linkSync(draft, path);
        if (process.platform !== 'win32') sync(folder);
        return result;
      } finally {
        letGo();
      }
    } finally {
      remove(draft);
    }
  } catch (cause) {
    throw explain(cause, path, options);
  }
}

function remove(draft: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
}

function requireFree(path: string, { replace, like }: Options): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) throw new StoreError(`${path} is a folder: give a name in it`);
  if (!replace) throw taken(path);
  if (!found.isFile()) throw new StoreError(`${path} is no regular file: choose another name`);
  const files = ['', '-wal', '-shm'].map((suffix) => like + suffix);
  if (files.some((file) => isSame(file, path)))
    throw new StoreError(`${path} is the database itself: choose another name`);
}

function isSame(file: string, other: string): boolean {
  const [left, right] = [file, other].map((it) =>
    statSync(it, { bigint: true, throwIfNoEntry: false }),
  );
  return left !== undefined && left.dev === right?.dev && left.ino === right.ino;
}

/** Removes what is left of copies to that path whose process was killed. Whoever still writes one has it locked. */
function forgetKilled(path: string): void {
  const folder = dirname(path);
  const isDraft = /^\.[\da-f-]{36}\.partial$/;
  for (const name of readdirSync(folder))
    if (name.startsWith(basename(path)) && isDraft.test(name.slice(basename(path).length))) {
      const draft = join(folder, name);
      if (!isLocked(draft)) remove(draft);
    }
}

function isLocked(draft: string): boolean {
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

function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw full(folder, bytes);
}

/** What was written is on the disk then. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function explain(cause: unknown, path: string, { bytes }: Options): unknown {
  const { code = '', message, syscall } = cause as NodeJS.ErrnoException;
  const folder = dirname(path);
  if (isFull(cause) || code === 'ENOSPC' || code === 'EDQUOT') return full(folder, bytes, cause);
  if (code === 'EEXIST') return taken(path);
  if (syscall === 'link')
    return new StoreError(
      `${folder} has no hard links, without which a file of that name might be overwritten: say --force, which overwrites it`,
      { cause },
    );
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new StoreError(`${folder} is no folder: make it, or choose another`, { cause });
  if (/^(EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM))/.test(code))
    return new StoreError(
      `can't write in ${folder} (${message}): check who may write there, or choose another folder`,
      { cause },
    );
  if (/^(EIO$|SQLITE_IOERR)/.test(code))
    return new StoreError(
      `can't copy into ${folder} (${message}): check its disk, and that of the database`,
      { cause },
    );
  return cause;
}

function taken(path: string): StoreError {
  return new StoreError(`${path} is there already: choose another name, or replace it by --force`);
}

function full(folder: string, bytes: number, cause?: unknown): StoreError {
  const room = `${Math.ceil(bytes / 2 ** 20)} MiB`;
  return new StoreError(
    `the disk of ${folder} has no room for ${room}: make room, or choose another folder`,
    { cause },
  );
}
