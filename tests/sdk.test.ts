import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generators, installedGenerators } from '../sdk/generators.ts';
import { prove } from '../sdk/prove.ts';
import { type Server, startSeedServer } from '../sdk/server.ts';
import { inPackage } from '../src/package.ts';

let server: Server;
beforeAll(async () => {
  server = await startSeedServer();
});
afterAll(() => server.stop());

for (const generator of installedGenerators)
  test(`the client that ${generator.name} makes compiles, and answers as plain requests do`, async () => {
    const { types, answers } = await prove(generator, server.address);
    expect(types).toBeGreaterThan(0);
    expect(answers).toBeGreaterThan(0);
  });

test('the guides and the table name the versions that are run', () => {
  const [guides = '', table = ''] = readFileSync(inPackage('openapi/README.md'), 'utf8').split(
    '## Generators that are tried',
  );
  for (const { name, version } of generators) expect(table).toContain(`| ${name} | ${version} |`);
  const versions = generators.flatMap(({ version }) => version.split(' + '));
  for (const [, version] of guides.matchAll(/[@=:]v?(\d+\.\d+\.\d+)/g))
    expect(versions).toContain(version);
});
