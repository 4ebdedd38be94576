import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeClientFiles } from '../sdk/published/files.ts';
import { inPackage, packageVersion } from '../src/package.ts';

const read = (path: string) => readFileSync(inPackage(path), 'utf8');

test('what the clients have of the document is made of the committed one, and has its version', async () => {
  const files = await makeClientFiles(read('openapi/openapi.json'));
  for (const [path, text] of Object.entries(files)) expect(read(path), path).toBe(text);
  expect(JSON.parse(read('sdk/typescript/package.json')).version).toBe(packageVersion());
  expect(read('sdk/python/src/article_facts/_version.py')).toContain(`"${packageVersion()}"`);
});

test('the TypeScript client takes the openapi-fetch that the generators are tried with', () => {
  const { dependencies } = JSON.parse(read('sdk/typescript/package.json'));
  const { devDependencies } = JSON.parse(read('sdk/package.json'));
  expect(dependencies['openapi-fetch']).toBe(`^${devDependencies['openapi-fetch']}`);
});
