import { expect, onTestFinished, test } from 'vitest';
import { Slot } from '../../src/store/dialect.ts';
import { createTogether } from '../../src/store/postgres/together.ts';
import { sql } from '../../src/store/sql.ts';
import { freshLocation } from '../support/location.ts';
import { startServer, stopServer } from '../support/server.ts';

/** The whole list, and what is asked of it, with what the answer has to be. */
const cases: [string, string, (data: { id: string }[]) => [path: string, body: object | null][]][] =
  [
    [
      'items',
      '/v1/events?limit=100',
      (data) => [
        ...data.map((event): [string, object] => [`/v1/events/${event.id}`, event]),
        ['/v1/events/nothing', null],
        ['/v1/events/nothing-else', null],
      ],
    ],
    ...['/v1/events?sort=id', '/v1/events?sort=title&order=desc'].map(
      (list): (typeof cases)[number] => [
        `pages of ${list}`,
        `${list}&limit=100`,
        (data) =>
          data.map((_, place) => [
            `${list}&limit=${place + 1}`,
            { data: data.slice(0, place + 1) },
          ]),
      ],
    ),
  ];

test.each(cases)(
  '%s that are asked for at the same moment are read by a statement for many, each as it is alone',
  async (_, list, toAsked) => {
    const statements: string[] = [];
    const server = await startServer('seed', {
      path: await freshLocation(),
      observe: ({ sql }) => void (/from "events"/.test(sql) && statements.push(sql)),
    });
    onTestFinished(() => stopServer(server));
    const asked = toAsked((await server.get<{ data: { id: string }[] }>(list)).data);
    expect(asked.length).toBeGreaterThan(10);

    statements.length = 0;
    const answers = await Promise.all(asked.map(([path]) => server.ask(path)));
    expect(statements.length).toBeLessThan(asked.length / 2);
    for (const [index, { statusCode, body }] of answers.entries()) {
      const expected = asked[index]?.[1] ?? null;
      expect(statusCode).toBe(expected === null ? 404 : 200);
      if (expected !== null) expect(JSON.parse(body)).toMatchObject(expected);
    }
  },
);

test('what two addresses ask for at the same moment is read for each of them, who may have gone meanwhile', async () => {
  const ran: { values: unknown; name: string | undefined; isGone: boolean | undefined }[] = [];
  const state = ['identity', 1, 'mark', 0];
  const read = createTogether(async ({ slots }, { asker }) => {
    ran.push({ values: Object.values(slots), name: asker?.name, isGone: asker?.isGone() });
    return Object.values(slots).map((value, place) => [...state, 1, place, `of ${value}`]);
  });
  const here = { name: '192.0.2.1', isGone: () => false };
  const gone = (name: string) => ({ name, isGone: () => true });
  const asked: [id: string, asker: typeof here][] = [
    ['a', here],
    ['b', gone('192.0.2.2')],
    ['c', gone('192.0.2.1')],
  ];
  const answers = await Promise.all(
    asked.map(([id, asker]) =>
      read(
        { shape: 'item', build: () => sql`select ${new Slot('id')}`, slots: { id } },
        { asker, atLeast: undefined },
      ),
    ),
  );
  expect(answers.map(({ rows }) => rows)).toEqual(asked.map(([id]) => [[`of ${id}`]]));
  expect(ran).toEqual([
    { values: ['a', 'c'], name: '192.0.2.1', isGone: false },
    { values: ['b'], name: '192.0.2.2', isGone: true },
  ]);
});

test('a connection doesn’t keep more statements than its server has room for', async () => {
  const server = await startServer([], { path: await freshLocation(), connections: 1 });
  onTestFinished(() => stopServer(server));
  const count = () =>
    server.store.read(async (reading) => {
      const [row] = await reading.rows<{ count: number }>(
        sql`select count(*) as count from pg_prepared_statements`,
      );
      return row?.count ?? 0;
    });
  const counts: number[] = [];
  for (let one = 0; one < 1200; one++) {
    await server.store.read((reading) => reading.rows(sql`select ${sql.literal(one)}`));
    if (one % 100 === 99) counts.push(await count());
  }
  expect(Math.max(...counts)).toBeGreaterThan(300);
  expect(Math.max(...counts)).toBeLessThan(510);
});
