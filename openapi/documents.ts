import { createHash } from 'node:crypto';
import { mock } from 'node:test';
import { buildApp } from '../src/app.ts';
import { publishedBundleSchema } from '../src/bundle/published.ts';
import { openApiTexts } from '../src/http/openapi.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';
import { performOperations } from './perform.ts';

/** The files of this folder that are made of the routes and of what they answer about the seed, by name. */
export async function makeDocuments(): Promise<Record<string, string>> {
  const store = openStore(':memory:', readMigrations(inPackage('migrations')));
  // The times of changes are among the answers.
  mock.timers.enable({ apis: ['Date'], now: Date.UTC(2024, 4, 20, 9) });
  await loadSeeds(store, inPackage('seed'));
  const key = 'key';
  const digest = createHash('sha256').update(key).digest();
  const apiKeys = [{ name: 'examples', digest }];
  const app = await buildApp({
    config: { logLevel: 'silent', apiKeys },
    store,
    longestTurnMs: 0,
  });
  await app.ready();
  const answers = await performOperations(app, key).finally(() => mock.timers.reset());
  const { json, yaml, json30 } = openApiTexts(app, answers);
  await app.close();
  await store.close();
  return {
    'answers.json': write(answers),
    'openapi.json': json,
    'openapi.yaml': yaml,
    'openapi-3.0.json': json30,
    'bundle.schema.json': write(publishedBundleSchema(factTypes)),
  };
}

function write(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
