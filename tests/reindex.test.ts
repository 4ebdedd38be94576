import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { reindex } from '../src/search/reindex.ts';
import { readMigrations } from '../src/store/sqlite/migrate.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { contentOf } from './support/content.ts';
import { load } from './support/server.ts';

function emptyStore(): Store {
  const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
  onTestFinished(() => store.close());
  return store;
}

function forgetTerms(store: Store): Promise<unknown> {
  return store.write((writing) => sql`update quotes set terms = ' gone '`.execute(writing));
}

test('words that are made anew are the same as those that came with the articles', async () => {
  const store = emptyStore();
  const cued = bundleOf('a', ({ quotes }) => {
    const [said] = quotes;
    // It is no phrase of the quote.
    said?.mentions.unshift({
      ...said.mentions[0],
      start: 35,
      end: 39,
      exact: 'said',
      role: 'cue',
    } as never);
  });
  await load(store, [cued, syntheticArticle(3, 1).bundle, syntheticArticle(3, 2).bundle]);
  const before = await contentOf(store);
  await forgetTerms(store);
  await store.write((writing) => sql`update state set terms_version = 0`.execute(writing));
  await reindex(store, factTypes);
  expect(await contentOf(store)).toEqual(before);
});

test('a new database, and one that was loaded before any server opened it, are left as they are', async () => {
  const store = emptyStore();
  await reindex(store, factTypes);
  expect(await store.revision()).toBe(0);
  await load(store, [bundleOf('a')]);
  await forgetTerms(store);
  const before = await contentOf(store);
  await reindex(store, factTypes);
  expect(await contentOf(store)).toEqual(before);
});
