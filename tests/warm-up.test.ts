import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { openStore } from '../src/store/open-store.ts';
import { warmUp } from '../src/warm-up.ts';

async function startMeasured(seeded: boolean): Promise<FastifyInstance> {
  const store = await openStore(':memory:', inPackage('migrations'));
  if (seeded) await loadSeeds(store, inPackage('seed'));
  const metrics = new Registry();
  const config = { logLevel: 'silent' } as const;
  const app = await buildApp({ config, store, metrics, longestTurnMs: 0 });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  return app;
}

/** What was asked for, by the pattern of its path, and how it was answered. */
async function askedFor(app: FastifyInstance): Promise<string[]> {
  const { body } = await app.inject('/metrics');
  return Array.from(
    body.matchAll(/^http_request_duration_seconds_count\{.*route="(.+)",status="(.+)"\}/gm),
    ([, route, status]) => `${route} ${status}`,
  );
}

test('a server that has begun to listen asks itself for a page of each kind', async () => {
  const app = await startMeasured(true);
  await warmUp(app, new AbortController().signal);
  const kinds = ['/', '/articles/:id', '/quotes/:id', '/actors/:id', '/search'];
  expect(await askedFor(app)).toEqual(expect.arrayContaining(kinds.map((route) => `${route} 2xx`)));
});

test('one that has nothing, or is to stop, asks for none', async () => {
  const empty = await startMeasured(false);
  await warmUp(empty, new AbortController().signal);
  expect(await askedFor(empty)).toEqual(['/v1/quotes 2xx']);
  const stopping = await startMeasured(true);
  await warmUp(stopping, AbortSignal.abort());
  expect(await askedFor(stopping)).toEqual([]);
});
