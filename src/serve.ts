import { setTimeout } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Config, explainUnlistened } from './config.ts';
import { beginReindex } from './loading/reindex.ts';
import { type ReindexBeside, reindexBeside } from './loading/reindex-beside.ts';
import { loadSeeds } from './loading/seed.ts';
import { whileBusy } from './loading/while-busy.ts';
import { observeProcess } from './metrics.ts';
import { inPackage } from './package.ts';
import { type OpenOptions, openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { print } from './terminal.ts';
import { warmUp } from './warm-up.ts';
import { watchState } from './watch-state.ts';

/** The store as the server has it: created, migrated and seeded as need be. */
export async function openConfiguredStore(config: Config): Promise<Store> {
  const store = await whileBusy(() =>
    openStore(config.database, inPackage('migrations'), optionsOf(config)),
  );
  try {
    if (config.seed) await loadSeeds(store, inPackage('seed'));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function optionsOf({ databaseConnections, databaseReadUrl }: Config): OpenOptions {
  return { connections: databaseConnections, readFrom: databaseReadUrl ?? undefined };
}

/** How long requests are still taken after readiness has failed: for whoever asks every second. */
const drainMs = 1_000;

/**
 * Runs the server until a signal ends it: readiness fails at once, requests in flight are finished,
 * for ten seconds at most.
 */
export async function serve(config: Config): Promise<void> {
  const store = await openConfiguredStore(config);
  const isBehind = await beginReindex(store);
  const stopping = new AbortController();
  const metrics = config.metrics ? observeProcess() : undefined;
  const app = await buildApp({ config, store, metrics, stopping: stopping.signal });
  let reindexing: ReindexBeside | null = null;
  app.addHook('onClose', async () => {
    await reindexing?.stop();
    await store.close();
  });
  const address = await listen(app, config);
  if (isBehind) reindexing = reindexWhileServing(app, config);
  watch(app, store);
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    stopping.abort();
    if (err) app.log.error({ err }, 'closing because of an error');
    else await setTimeout(drainMs);
    await app.close();
  });
  print(`article-facts listens on ${address}`);
  print(`  documentation  ${address}/docs`);
  print(`  first look     ${address}/`);
  await warmUp(app, stopping.signal);
}

const watchMs = 5_000;

/** Tells the log what is wrong with the database, whether or not anybody asks for readiness; once for each thing. */
function watch(app: FastifyInstance, store: Store): void {
  const isChanged = watchState();
  const timer = setInterval(() => {
    try {
      store.check();
      isChanged(null);
    } catch (error) {
      const { message } = error as Error;
      if (isChanged(message)) app.log.error({ err: error }, message);
    }
  }, watchMs);
  timer.unref();
  app.server.once('close', () => clearInterval(timer));
}

/** Until it is done, what isn't indexed anew yet may not be found. */
function reindexWhileServing({ log }: FastifyInstance, { database }: Config): ReindexBeside {
  const started = performance.now();
  log.info('indexing the words of all articles anew, as another version made them');
  const reindexing = reindexBeside(database, (progress) =>
    log.info(progress, `indexed ${progress.done} of ${progress.all} articles anew`),
  );
  reindexing.done.then(
    (isDone) =>
      isDone &&
      log.info(`all words are indexed anew, after ${Math.round(performance.now() - started)} ms`),
    (error: unknown) =>
      log.error({ err: error }, 'indexing anew has failed: start again to go on with it'),
  );
  return reindexing;
}

/** Where the address is taken, the store is left as orderly as after a run. */
async function listen(app: FastifyInstance, config: Config): Promise<string> {
  const { host, port } = config;
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw explainUnlistened(error, config);
  }
}
