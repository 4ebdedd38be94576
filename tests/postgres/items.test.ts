import { expect, onTestFinished, test } from 'vitest';
import { freshLocation } from '../support/location.ts';
import { startServer, stopServer } from '../support/server.ts';

test('items asked for at the same moment are read by a statement for many, each as it is alone', async () => {
  const statements: string[] = [];
  const server = await startServer('seed', {
    path: await freshLocation(),
    observe: ({ sql }) => void (/from "events"\s+where/.test(sql) && statements.push(sql)),
  });
  onTestFinished(() => stopServer(server));
  const { data } = await server.get<{ data: { id: string }[] }>('/v1/events?limit=100');
  const paths = [...data.map(({ id }) => id), 'nothing', 'nothing-else'].map(
    (id) => `/v1/events/${id}`,
  );
  expect(paths.length).toBeGreaterThan(10);

  statements.length = 0;
  const together = await Promise.all(paths.map((path) => server.ask(path)));
  expect(statements.length).toBeLessThan(paths.length / 2);
  for (const [index, { statusCode, body }] of together.entries()) {
    const item = data[index];
    expect(statusCode).toBe(item === undefined ? 404 : 200);
    if (item !== undefined) expect(JSON.parse(body)).toEqual(item);
  }
});
