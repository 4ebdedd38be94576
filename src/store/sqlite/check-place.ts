import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Result } from './finding.ts';

const mebibyte = 2 ** 20;
const inMebibytes = (bytes: number) => `${Math.floor(bytes / mebibyte)} MiB`;

/** With less, the log of the next writes may find no room: it is brought back at 32 MiB. */
const leastRoom = 64 * mebibyte;

/** Whether there is room to go on writing. */
export function checkDisk(path: string): Result {
  const { bavail, bsize } = statfsSync(dirname(resolve(path)));
  const free = bavail * bsize;
  const detail = `${inMebibytes(free)} are free`;
  return free < leastRoom ? { detail, remedy: 'make room, before writes are refused' } : { detail };
}

/** A log is brought back at 32 MiB as soon as nobody reads an old state. */
const mostLog = 1024 * mebibyte;

/** Whether the log is brought back. */
export function checkLog(path: string): Result {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { detail: 'none: nobody has the database open to write' };
  const detail = `${inMebibytes(size)} (${path}-wal)`;
  if (size <= mostLog) return { detail };
  return { detail, remedy: 'find who reads one state for so long, or start the server again' };
}

/** Who may write the file, and whether who asks now can: without, it is served, but only to read. */
export function checkRights(path: string): Result {
  const { mode, uid, gid } = statSync(path);
  const [file, folder] = [path, dirname(resolve(path))].map(isWritable);
  const can = file && folder;
  return {
    detail: `mode ${(mode & 0o777).toString(8)}, owner ${uid}, group ${gid}; ${
      can ? 'this user may write it' : 'for this user it is read-only'
    }`,
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
