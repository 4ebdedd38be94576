import { expect, onTestFinished, test } from 'vitest';
import { readTogether } from '../../src/store/postgres/items.ts';
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

test('what two addresses ask for at the same moment is read for each of them, who may have gone meanwhile', async () => {
  const read: { ids: readonly string[]; name: string | undefined; isGone: boolean | undefined }[] =
    [];
  const state = { identity: '', revision: 1, mark: '', isPassing: false };
  const askItem = readTogether(async (_, ids, asker) => {
    read.push({ ids, name: asker?.name, isGone: asker?.isGone() });
    return { answer: new Map(ids.map((id) => [id, `document of ${id}`])), state };
  });
  const here = { name: '192.0.2.1', isGone: () => false };
  const gone = (name: string) => ({ name, isGone: () => true });
  const asked: [id: string, asker: typeof here][] = [
    ['a', here],
    ['b', gone('192.0.2.2')],
    ['c', gone('192.0.2.1')],
  ];
  const answers = await Promise.all(
    asked.map(([id, asker]) => askItem({ table: 'quotes', id }, asker)),
  );
  expect(answers.map(({ answer }) => answer)).toEqual(asked.map(([id]) => `document of ${id}`));
  expect(read).toEqual([
    { ids: ['a', 'c'], name: '192.0.2.1', isGone: false },
    { ids: ['b'], name: '192.0.2.2', isGone: true },
  ]);
});
