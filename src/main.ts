import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { inPackage } from './package.ts';
import { loadSeeds } from './seed.ts';
import { readMigrations } from './store/migrate.ts';
import { openStore } from './store/open.ts';
import { StoreError } from './store/store-error.ts';

try {
  const config = loadConfig(process.env);
  const store = openStore(config.databasePath, readMigrations(inPackage('migrations')));
  if (config.seed) await loadSeeds(store, inPackage('seed'));
  const app = await buildApp({ config, store });
  app.addHook('onClose', () => store.close());
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error({ err }, 'closing because of an error');
    await app.close();
  });
  const address = await app.listen({ host: config.host, port: config.port });
  console.log(`article-facts listens on ${address}
  documentation  ${address}/docs
  first look     ${address}/v1/quotes`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError || isListenError(error)))
    throw error;
  console.error(`article-facts can't start: ${(error as Error).message}`);
  process.exitCode = 1;
}

function isListenError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall === 'listen';
}
