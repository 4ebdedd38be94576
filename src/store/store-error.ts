/** The store can't be used as it is; the message says why and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Whether another process held the lock for too long. */
export function isBusy(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;
}

/** Whether the disk has no room for a write. */
export function isFull(error: unknown): boolean {
  return (error as { code?: string }).code === 'SQLITE_FULL';
}
