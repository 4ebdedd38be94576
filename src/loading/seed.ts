import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BundleError, createBundleLoader } from '../bundle/load.ts';
import { factTypes } from '../resources.ts';
import type { Store } from '../store/open.ts';
import { rememberSeed, seedDigest } from '../store/seeds.ts';
import { StoreError } from '../store/store-error.ts';
import type { Writing } from '../store/write/writing.ts';
import { whileBusy } from '../while-busy.ts';

/**
 * Loads the bundles of a folder that the store hasn't had in this form yet, all of them or none.
 * @returns the names of the files that were loaded
 * @throws StoreError naming the file and every fault in it
 */
export async function loadSeeds(store: Store, folder: string): Promise<string[]> {
  const loader = createBundleLoader(factTypes);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const seeds = names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, digest: createHash('sha256').update(text).digest('hex') };
  });
  if (store.readOnly) return [];
  return whileBusy(() => store.write(loadThem));

  async function loadThem(writing: Writing): Promise<string[]> {
    const loaded: string[] = [];
    for (const { name, text, digest } of seeds) {
      if ((await seedDigest(writing, name)) === digest) continue;
      try {
        await loader.load(writing, JSON.parse(text));
      } catch (cause) {
        if (!(cause instanceof BundleError || cause instanceof SyntaxError)) throw cause;
        throw new StoreError(`the seed ${name} can't be loaded:\n${cause.message}`, { cause });
      }
      await rememberSeed(writing, name, digest);
      loaded.push(name);
    }
    return loaded;
  }
}
