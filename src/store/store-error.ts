/** The store can't be used as it is; the message says why and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}
