import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { observeProcess } from '../src/metrics.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';

async function startMeasured(metrics: Registry | undefined) {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  await loadSeeds(store, inPackage('seed'));
  const app = await buildApp({ config: { logLevel: 'silent' }, store, metrics });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  /** The value of each sample, by its name and labels. */
  const samples = async () => {
    const { body } = await app.inject('/metrics');
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]),
    );
  };
  return { app, store, samples };
}

const duration = 'http_request_duration_seconds';

test('requests are counted by method, pattern of the path and class of the status, never by what was asked', async () => {
  const { app, samples } = await startMeasured(new Registry());
  await app.inject('/v1/quotes/no-such-quote');
  await app.inject('/v1/quotes/nor-this-one');
  await app.inject('/v1/quotes?speaker=secret');
  await app.inject('/v1/quotes?speeker=secret');
  await app.inject({ url: '/v1/quotes', method: 'HEAD' });
  await app.inject('/wp-login.php');
  const found = await samples();
  const count = (method: string, route: string, status: string) =>
    found.get(`${duration}_count{method="${method}",route="${route}",status="${status}"}`);
  expect(count('GET', '/v1/quotes/:quote', '4xx')).toBe(2);
  expect(count('GET', '/v1/quotes', '2xx')).toBe(1);
  expect(count('GET', '/v1/quotes', '4xx')).toBe(1);
  expect(count('HEAD', '/v1/quotes', '2xx')).toBe(1);
  expect(count('GET', 'unknown', '4xx')).toBe(1);
  expect([...found.keys()].join()).not.toMatch(/secret|no-such|wp-login/);
});

test('the buckets of a duration add up to its count', async () => {
  const { app, samples } = await startMeasured(new Registry());
  for (let request = 0; request < 5; request++) await app.inject('/v1/actors');
  const found = await samples();
  const labels = 'method="GET",route="/v1/actors",status="2xx"';
  const buckets = [...found].filter(
    ([name]) => name.startsWith(`${duration}_bucket`) && name.includes(labels),
  );
  const counts = buckets.map(([, value]) => value);
  expect(counts).toEqual(counts.toSorted((left, right) => left - right));
  expect(buckets.at(-1)).toEqual([`${duration}_bucket{le="+Inf",${labels}}`, 5]);
  expect(found.get(`${duration}_sum{${labels}}`)).toBeGreaterThan(0);
});

test('kept answers, revision and articles are told, and the same as the content has', async () => {
  const { app, store, samples } = await startMeasured(new Registry());
  for (let request = 0; request < 3; request++) await app.inject('/v1/places');
  const found = await samples();
  expect(found.get('article_facts_response_cache_total{result="miss"}')).toBe(1);
  expect(found.get('article_facts_response_cache_total{result="hit"}')).toBe(2);
  expect(found.get('article_facts_revision')).toBe(await store.revision());
  expect(found.get('article_facts_articles')).toBe(1);
});

test('while the database does not answer, everything else is still told', async () => {
  const { store, samples } = await startMeasured(new Registry());
  await store.close();
  const found = await samples();
  expect(found.has('article_facts_revision')).toBe(false);
  expect(found.has('article_facts_response_cache_total{result="hit"}')).toBe(true);
});

test('the process itself is observed, in the text format of Prometheus', async () => {
  const { app, samples } = await startMeasured(observeProcess());
  const { headers } = await app.inject('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(headers['cache-control']).toBe('no-store');
  const found = await samples();
  expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect([...found.keys()].join()).not.toContain('nodejs_version_info');
});

test('METRICS=off leaves nothing at /metrics', async () => {
  const { app } = await startMeasured(undefined);
  expect((await app.inject('/metrics')).statusCode).toBe(404);
});
