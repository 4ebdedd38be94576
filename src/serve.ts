import { setTimeout } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { loadSeeds } from './loading/seed.ts';
import { observeProcess } from './metrics.ts';
import { inPackage } from './package.ts';
import { factTypes } from './resources.ts';
import { reindex } from './search/reindex.ts';
import { readMigrations } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { print } from './terminal.ts';
import { whileBusy } from './while-busy.ts';

/** The store as the server has it: created, migrated and seeded as need be. */
export async function openConfiguredStore(config: Config): Promise<Store> {
  const migrations = readMigrations(inPackage('migrations'));
  const store = await whileBusy(async () => openStore(config.databasePath, migrations));
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
  const metrics = config.metrics ? observeProcess() : undefined;
  const app = await buildApp({ config, store, metrics, stopping: stopping.signal });
  app.addHook('onClose', () => store.close());
  const address = await listen(app, config);
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    stopping.abort();
    if (err) app.log.error({ err }, 'closing because of an error');
    else await setTimeout(drainMs);
    await app.close();
  });
  print(`article-facts listens on ${address}`);
  print(`  documentation  ${address}/docs`);
  print(`  first look     ${address}/v1/quotes`);
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
