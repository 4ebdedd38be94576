import { join } from 'node:path';
import type { Bundle } from '../../src/bundle/schema.ts';
import { inPackage } from '../../src/package.ts';
import { readMigrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/sqlite/open.ts';
import { temporaryFolder } from './process.ts';
import { load } from './server.ts';

/** A file with these articles, in a folder of its own. */
export async function databaseOf(bundles: readonly Bundle[]): Promise<string> {
  const path = join(temporaryFolder(), 'facts.db');
  const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
  await load(store, bundles);
  await store.close();
  return path;
}
