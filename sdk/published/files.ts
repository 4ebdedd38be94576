import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import { makePythonOperations, makePythonTypes } from './python.ts';
import { makeTypescriptTypes } from './typescript-types.ts';

/**
 * The files of the two clients that aren’t written by hand, by their path in this package: made of the document, whose
 * version they have; and the licence, as a pack takes nothing from above it.
 * @param document openapi.json as it is published
 */
export async function makeClientFiles(document: string): Promise<Record<string, string>> {
  const { version } = JSON.parse(document).info;
  const manifest = 'sdk/typescript/package.json';
  const of = JSON.parse(readFileSync(inPackage(manifest), 'utf8'));
  const python = 'sdk/python/src/article_facts';
  const license = readFileSync(inPackage('LICENSE'), 'utf8');
  return {
    'sdk/typescript/src/api.ts': await makeTypescriptTypes(JSON.parse(document)),
    [manifest]: `${JSON.stringify({ ...of, version }, null, 2)}\n`,
    'sdk/typescript/LICENSE': license,
    'sdk/python/LICENSE': license,
    [`${python}/types.py`]: makePythonTypes(JSON.parse(document)),
    [`${python}/operations.py`]: makePythonOperations(JSON.parse(document)),
    [`${python}/_version.py`]: `__version__ = "${version}"\n`,
  };
}
