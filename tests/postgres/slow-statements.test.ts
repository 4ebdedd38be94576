import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { usualBounds } from '../../src/store/read/runner.ts';
import { bundleOf } from '../support/article.ts';
import { freshLocation } from '../support/location.ts';
import { startServer, stopServer } from '../support/server.ts';

test('a statement that takes too long is ended: what it was for says when to come back, others are answered', async () => {
  const path = await freshLocation();
  const server = await startServer([bundleOf('a')], {
    path,
    bounds: { ...usualBounds, countingMs: 300 },
  });
  const holder = new pg.Client({ connectionString: path });
  onTestFinished(async () => {
    await holder.end();
    await stopServer(server);
  });
  await holder.connect();
  // Nobody reads these meanwhile, as if it took for ever.
  await holder.query('begin; lock table quotes in access exclusive mode');
  const urls = Array.from({ length: 20 }, (_, index) => `/v1/quotes?limit=${index + 1}`);
  const waiting = Promise.all(urls.map((url) => server.ask(url)));
  const { data } = await server.get('/v1/events');
  expect(data.length).toBeGreaterThan(0);
  for (const { statusCode, headers } of await waiting)
    expect([statusCode, headers['retry-after']]).toEqual([503, expect.anything()]);
  await holder.query('rollback');
  expect((await server.get('/v1/quotes')).data).toHaveLength(2);
});
