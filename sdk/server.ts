import { buildApp } from '../src/app.ts';
import type { ApiKey } from '../src/http/keys.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';

export interface Server {
  /** Like http://127.0.0.1:3000. */
  address: string;
  stop(): Promise<void>;
}

/** The real server with the seed, in memory, on a free port. */
export async function startSeedServer(apiKeys: ApiKey[] = []): Promise<Server> {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  await loadSeeds(store, inPackage('seed'));
  const app = await buildApp({ config: { logLevel: 'silent', apiKeys }, store });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    async stop() {
      await app.close();
      await store.close();
    },
  };
}
