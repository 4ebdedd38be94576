import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedGenerators } from '../sdk/generators.ts';
import { prove } from '../sdk/prove.ts';
import { type Server, startSeedServer } from '../sdk/server.ts';

let server: Server;
beforeAll(async () => {
  server = await startSeedServer();
});
afterAll(() => server.stop());

for (const generator of installedGenerators)
  test(`the client that ${generator.name} makes compiles, and answers as plain requests do`, async () => {
    const { types, calls } = await prove(generator, server.address);
    expect(types).toBeGreaterThan(0);
    expect(calls.length).toBeGreaterThan(0);
  });
