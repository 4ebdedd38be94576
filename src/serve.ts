import { setTimeout } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { inPackage } from './package.ts';
import { factTypes } from './resources.ts';
import { reindex } from './search/reindex.ts';
import { loadSeeds } from './seed.ts';
import { readMigrations } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { StoreError } from './store/store-error.ts';

/** The store as the server has it: created, migrated and seeded as need be. */
export async function openConfiguredStore(config: Config): Promise<Store> {
  const store = openStore(config.databasePath, readMigrations(inPackage('migrations')));
  try {
    await reindex(store, factTypes);
    if (config.seed) await loadSeeds(store, inPackage('seed'));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** How long requests are still taken after readiness has failed: for whoever asks every second. */
const drainMs = 1_000;

/**
 * Runs the server until a signal ends it: readiness fails at once, requests in flight are finished,
 * for ten seconds at most.
 */
export async function serve(config: Config): Promise<void> {
  const store = await openConfiguredStore(config);
  const stopping = new AbortController();
  const app = await buildApp({ config, store, stopping: stopping.signal });
  app.addHook('onClose', () => store.close());
  const address = await listen(app, config);
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    stopping.abort();
    if (err) app.log.error({ err }, 'closing because of an error');
    else await setTimeout(drainMs);
    await app.close();
  });
  console.log(`article-facts listens on ${address}
  documentation  ${address}/docs
  first look     ${address}/v1/quotes`);
}

/** Where the address is taken, the store is left as orderly as after a run. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Whether an error is for whoever runs the program to mend: its message says it all. */
export function isForOperator(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof StoreError ||
    ['listen', 'getaddrinfo'].includes((error as NodeJS.ErrnoException).syscall ?? '')
  );
}
