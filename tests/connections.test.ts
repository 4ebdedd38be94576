import { expect, test } from 'vitest';
import { bundleOf } from './support/article.ts';
import { withServer } from './support/server.ts';

interface Connections {
  data: { actor: { id: string }; total: number; events: number; quotes: number; roles: object[] }[];
  page: { next: string | null; total: number | null };
}

/** Ada Stein opens the bridge with the council twice, and talks to the herald once. */
const bundles = ['a', 'b'].map((id) =>
  bundleOf(id, ({ events, quotes }) => {
    const [meeting, opening] = events;
    if (meeting === undefined || opening === undefined) throw new Error('no events');
    opening.participants = [
      { actor: 'ada-stein', role: 'speaker' },
      { actor: 'town-council', role: 'host' },
    ];
    if (id === 'a')
      for (const quote of quotes) quote.speakers = ['daily-herald', 'ada-stein'].slice(0, 2);
  }),
);

test('an actor is connected with those it meets in events and quotes, the most frequent first', async () => {
  const { get } = await withServer(bundles);
  const { data, page } = await get<Connections>('/v1/actors/ada-stein/connections?count=exact');
  expect(page).toMatchObject({ next: null, total: 2 });
  expect(data.map(({ actor, ...rest }) => ({ id: actor.id, ...rest }))).toEqual([
    { id: 'daily-herald', total: 2, events: 0, quotes: 2, roles: [] },
    {
      id: 'town-council',
      total: 2,
      events: 2,
      quotes: 0,
      roles: [{ own: 'speaker', other: 'host', events: 2 }],
    },
  ]);
});

test('connections can be asked for within articles, and page by page', async () => {
  const { get } = await withServer(bundles);
  const path = '/v1/actors/ada-stein/connections';
  const within = await get<Connections>(`${path}?article=b`);
  expect(within.data.map(({ actor, total }) => [actor.id, total])).toEqual([['town-council', 1]]);
  const first = await get<Connections>(`${path}?limit=1`);
  const second = await get<Connections>(`${path}?limit=1&cursor=${first.page.next}`);
  expect([...first.data, ...second.data]).toEqual((await get<Connections>(path)).data);
  expect(second.page.next).toBeNull();
});

test('who is not there has no connections, and says so', async () => {
  const { ask } = await withServer(bundles);
  expect((await ask('/v1/actors/nobody/connections')).statusCode).toBe(404);
  const alone = await withServer([bundleOf('a')]);
  expect((await alone.get('/v1/actors/ada-stein/connections')).data).toEqual([]);
});
