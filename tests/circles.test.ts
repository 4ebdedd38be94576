import { expect, onTestFinished, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { loadFiles } from '../src/loading/load-files.ts';
import type { FileOutcome } from '../src/loading/store-batch.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { withKey, withServer } from './support/server.ts';
import { workplace } from './support/workplace.ts';

/** An article that says which place lies in which. */
function articleSaying(id: string, ...within: [place: string, other: string][]): Bundle {
  const places = [...new Set(within.flat())];
  return {
    article: { id, language: 'en', title: { en: `Report ${id}` } },
    articleText: 'A report from there.',
    places: places.map((place) => ({
      id: place,
      kind: 'district',
      name: { en: place },
      within: within.find(([it]) => it === place)?.[1] ?? null,
      mentions: [{ exact: 'there' }],
    })),
  } as unknown as Bundle;
}

async function putting(server: Awaited<ReturnType<typeof withServer>>, bundle: Bundle) {
  const url = `/v1/articles/${bundle.article.id}/bundle`;
  const answer = await server.ask({ method: 'PUT', url, headers: withKey, payload: bundle });
  return { status: answer.statusCode, errors: answer.json().errors };
}

test('places that several articles together put into each other are a conflict that shows the circle', async () => {
  const server = await withServer([]);
  await putting(server, articleSaying('a', ['kreuz', 'friedrich']));
  expect(await putting(server, articleSaying('b', ['friedrich', 'kreuz']))).toEqual({
    status: 409,
    errors: [
      {
        in: 'body',
        name: '/places/0/within',
        detail: 'makes a circle with what the article a says: friedrich → kreuz → friedrich',
      },
    ],
  });
  expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual(['a']);
});

test('the circle may lead through places that the bundle doesn’t name, and is told once', async () => {
  const server = await withServer([]);
  await putting(server, articleSaying('a', ['two', 'three'], ['side', 'three']));
  await putting(server, articleSaying('b', ['three', 'four']));
  await putting(server, articleSaying('c', ['four', 'five'], ['four', 'five']));
  const closing = articleSaying('d', ['zero', 'one'], ['one', 'two'], ['five', 'zero']);
  expect(await putting(server, closing)).toEqual({
    status: 409,
    errors: [
      {
        in: 'body',
        name: '/places/0/within',
        detail:
          'makes a circle with what the article a says: zero → one → two → three → four → five → zero',
      },
    ],
  });
});

test('what an article said before makes no circle with what it says instead', async () => {
  const server = await withServer([]);
  const statuses = [
    articleSaying('a', ['one', 'two']),
    articleSaying('a', ['two', 'one']),
    articleSaying('b', ['two', 'one']),
    // The other one says it still.
    articleSaying('a', ['one', 'two']),
  ];
  const answers = [];
  for (const bundle of statuses) answers.push((await putting(server, bundle)).status);
  expect(answers).toEqual([201, 200, 201, 409]);
  await server.ask({ method: 'DELETE', url: '/v1/articles/b/bundle', headers: withKey });
  expect((await putting(server, articleSaying('a', ['one', 'two']))).status).toBe(200);
});

test.each([
  ['in batches', 10],
  ['in bulk', 1010],
])(
  '%s, files that close a circle or disagree are left out, and named with the article',
  async (_, count) => {
    const { write, database } = workplace();
    const store = openStore(database, readMigrations(inPackage('migrations/sqlite')));
    onTestFinished(() => store.close());
    const bundles = Array.from({ length: count }, (_, index) =>
      articleSaying(`n${index}`, [`low-${index}`, 'middle']),
    );
    bundles[2] = articleSaying('up', ['middle', 'top']);
    bundles[7] = articleSaying('closing', ['top', 'low-5']);
    const other = articleSaying('other', ['low-4', 'top']);
    Object.assign((other.places as object[])[0] ?? {}, { kind: 'city' });
    bundles[8] = other;
    const files = bundles.map((bundle, index) => write(`${index}.json`, bundle));
    const outcomes: FileOutcome[] = [];
    await loadFiles(store, files, (some) => outcomes.push(...some));
    expect(outcomes).toHaveLength(count);
    expect(outcomes.filter(({ outcome }) => outcome !== 'new')).toEqual([
      {
        file: files[7],
        outcome: [
          {
            pointer: '/places/0/within',
            detail: 'makes a circle with what the article n5 says: top → low-5 → middle → top',
          },
        ],
        notices: [],
      },
      {
        file: files[8],
        outcome: [
          {
            pointer: '/places/0/kind',
            detail: 'is city, but the article n4 has district for low-4',
          },
        ],
        notices: [],
      },
    ]);
  },
);

test('what an article of the same load no longer says is new again, and may close a circle', async () => {
  const { write, database } = workplace();
  const store = openStore(database, readMigrations(inPackage('migrations/sqlite')));
  onTestFinished(() => store.close());
  const load = async (...bundles: Bundle[]) => {
    const outcomes: FileOutcome[] = [];
    const files = bundles.map((bundle) => write(`${bundle.article.id}.json`, bundle));
    await loadFiles(store, files, (some) => outcomes.push(...some));
    return outcomes.map(({ outcome }) => outcome);
  };
  await load(articleSaying('a', ['one', 'two']), articleSaying('b', ['three', 'one']));
  const outcomes = await load(
    articleSaying('a', ['two', 'three']),
    articleSaying('c', ['one', 'two']),
  );
  expect(outcomes).toEqual([
    'changed',
    [
      {
        pointer: '/places/0/within',
        detail: 'makes a circle with what the article a says: one → two → three → one',
      },
    ],
  ]);
});
