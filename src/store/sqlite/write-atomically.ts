import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isFull, StoreError } from '../store-error.ts';
import { draftOf, removeDraft, removeKilledDrafts, sync, syncFolder } from './drafts.ts';

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
  const draft = draftOf(path);
  try {
    requireFree(path, options);
    removeKilledDrafts(path);
    requireRoom(folder, options.bytes);
    // Nobody else sees in it what they don't see in the database.
    closeSync(openSync(draft, 'wx', statSync(options.like).mode & 0o666));
    try {
      const { result, letGo } = await write(draft);
      try {
        sync(draft);
        if (options.replace) renameSync(draft, path);
        else linkSync(draft, path);
        syncFolder(folder);
        return result;
      } finally {
        letGo();
      }
    } finally {
      removeDraft(draft);
    }
  } catch (cause) {
    throw explain(cause, path, options);
  }
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

function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw full(folder, bytes);
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
