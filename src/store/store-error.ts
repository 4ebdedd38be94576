/** The store can't be used as it is; the message says why and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Too many wait already for answers that take long; nothing is wrong with the store. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/** Nobody waits for the answer any longer. */
export class Abandoned extends Error {
  override name = 'Abandoned';
}

/** Whether another process held the lock for too long. */
export function isBusy(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;
}

/** Whether the disk has no room for a write. */
export function isFull(error: unknown): boolean {
  return (error as { code?: string }).code === 'SQLITE_FULL';
}

/** Whether the file, or one beside it, can't even be opened. */
export function isUnopened(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_CANTOPEN') === true;
}

/** Whether a part of the file isn't what the engine wrote there. */
export function isDamaged(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  // From another thread an error comes without its code.
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code) || message === 'database disk image is malformed';
}

/** What to do about an error of the engine that comes from outside: lock, room, disk, rights; null for any other. */
export function explainEngineError(error: unknown): string | null {
  const { code = '', message } = error as { code?: string; message: string };
  if (isBusy(error))
    return 'another process keeps the database locked: try again when it has finished';
  if (isFull(error))
    return 'the disk of the database is full: make room and try again; what was stored before is whole';
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|PERM)/.test(code))
    return `the database can't be used (${message}): check its folder, its disk and who may write there`;
  return null;
}
