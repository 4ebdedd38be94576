import type { Config } from '../config.ts';
import { loadSeeds } from '../loading/seed.ts';
import { inPackage } from '../package.ts';
import { openTrial } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** The configured store, to try things on: nothing that is done there is kept. */
export async function openTrialStore(config: Config): Promise<Store> {
  const store = await openTrial(config.database, inPackage('migrations'));
  try {
    if (config.seed) await loadSeeds(store, inPackage('seed'));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
