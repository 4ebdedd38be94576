import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { mock } from 'node:test';
import { buildApp } from '../src/app.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { publishedBundleSchema } from './bundle-schema.ts';
import { makeCollection } from './collection.ts';
import { describeRoutes } from './describe-routes.ts';
import { performOperations } from './perform.ts';
import { openApiTexts } from './texts.ts';

/** The files of this folder that are made of the routes and of what they answer about the seed, by name. */
export async function makeDocuments(): Promise<Record<string, string>> {
  // The times of changes are among the answers, and cursors, which say of which database they are.
  mock.timers.enable({ apis: ['Date'], now: Date.UTC(2024, 4, 20, 9) });
  mock.method(crypto, 'randomUUID', () => 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6');
  syncBuiltinESMExports();
  try {
    return await makeOfSeed();
  } finally {
    mock.timers.reset();
    mock.restoreAll();
    syncBuiltinESMExports();
  }
}

async function makeOfSeed(): Promise<Record<string, string>> {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  await loadSeeds(store, inPackage('seed'));
  const key = 'key';
  const digest = createHash('sha256').update(key).digest();
  const apiKeys = [{ name: 'examples', digest }];
  const app = await buildApp({
    config: { logLevel: 'silent', apiKeys },
    store,
    longestTurnMs: 0,
    beforeRoutes: describeRoutes,
  });
  await app.ready();
  const answers = await performOperations(app, key);
  const { json, yaml, json30 } = openApiTexts(app, answers);
  await app.close();
  await store.close();
  return {
    'answers.json': write(answers),
    'openapi.json': json,
    'openapi.yaml': yaml,
    'openapi-3.0.json': json30,
    'collection.json': write(makeCollection(JSON.parse(json))),
    'bundle.schema.json': write(publishedBundleSchema(factTypes)),
  };
}

function write(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
