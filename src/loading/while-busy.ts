import { setTimeout } from 'node:timers/promises';
import { isBusy, StoreError } from '../store/store-error.ts';

const usualPatienceMs = 10_000;

/**
 * A transaction, begun again as long as another process has the lock: several may start, or store, at once.
 * @throws StoreError after ten seconds, or as long as patience lasts
 */
export async function whileBusy<Result>(
  work: () => Promise<Result>,
  patienceMs = usualPatienceMs,
): Promise<Result> {
  const end = Date.now() + patienceMs;
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > end)
        throw new StoreError(
          'another process keeps the database locked: try again when it has finished',
          { cause: error },
        );
      await setTimeout(50);
    }
}
