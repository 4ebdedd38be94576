/** The store can't be used as it is; the message says why and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** No connection to the database's server is there, or could be made. It may be again in a moment. */
export class Unreachable extends StoreError {
  override name = 'Unreachable';
}

/** Too many wait already for answers that take long; nothing is wrong with the store. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/** Nobody waits for the answer any longer. */
export class Abandoned extends Error {
  override name = 'Abandoned';
}

// Errors of the engines by their codes: SQLite's result codes, SQLSTATE of PostgreSQL, and those of the network.

/** Whether somebody else held the lock for too long, or two waited for each other. */
export function isBusy(error: unknown): boolean {
  return /^(SQLITE_BUSY|55P03$|40001$|40P01$)/.test(codeOf(error));
}

/** Whether the disk has no room for a write. */
export function isFull(error: unknown): boolean {
  return /^(SQLITE_FULL|53100)$/.test(codeOf(error));
}

/** Empty where it has none. */
export function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
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
