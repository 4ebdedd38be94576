import { readFileSync, writeFileSync } from 'node:fs';
import { buildApp } from '../src/app.ts';
import { publishedBundleSchema } from '../src/bundle/published.ts';
import { openApiTexts } from '../src/http/openapi.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';

// Writes the documents of this folder from the routes; with --check, fails where one is out of date.

const store = openStore(':memory:', readMigrations(inPackage('migrations')));
const app = await buildApp({ config: { logLevel: 'silent' }, store });
await app.ready();
const { json, yaml, json30 } = openApiTexts(app);
const documents = {
  'openapi.json': json,
  'openapi.yaml': yaml,
  'openapi-3.0.json': json30,
  'bundle.schema.json': `${JSON.stringify(publishedBundleSchema(factTypes), null, 2)}\n`,
};
await app.close();
await store.close();

for (const [name, text] of Object.entries(documents)) {
  const path = inPackage(`openapi/${name}`);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(`openapi/${name} is out of date: run npm run openapi`);
    process.exitCode = 1;
  }
}
