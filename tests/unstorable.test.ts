import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '../src/bundle/load.ts';
import { loadFiles } from '../src/loading/load-files.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { sql } from '../src/store/sql.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { workplace } from './support/workplace.ts';

/** A database that refuses some articles by a rule that no check knows. */
function particularStore(path: string, refused: readonly string[], table = 'articles'): Store {
  const migrations = readMigrations(inPackage('migrations/sqlite'));
  openStore(path, migrations).close();
  const database = new Database(path);
  const ids = refused.map((id) => `'${id}'`).join(', ');
  database.exec(
    `CREATE TRIGGER particular BEFORE INSERT ON ${table} WHEN new.document ->> 'id' IN (${ids})
    BEGIN SELECT RAISE(ABORT, 'not that one'); END`,
  );
  database.close();
  const store = openStore(path, migrations);
  onTestFinished(() => store.close());
  return store;
}

/** Writes a bundle of each article into a file. */
function filesOf(write: (name: string, content: unknown) => string, ids: readonly string[]) {
  return ids.map((id) => write(`${id}.json`, bundleOf(id)));
}

async function storedArticles({ read }: Store): Promise<string[]> {
  const rows = await read((queries) =>
    queries.rows<{ id: string }>(sql`select id from articles order by number`),
  );
  return rows.map(({ id }) => id);
}

const refusal = [{ pointer: '', detail: "can't be stored: not that one" }];

test.each([
  ['in batches, by the article', 230, 'articles', ['n5', 'n6', 'n99', 'n100', 'n229']],
  ['in bulk, by the article', 1100, 'articles', ['n7', 'n1099']],
  ['in batches, by a fact', 120, 'quotes', ['n64']],
  ['in bulk, by a fact', 1001, 'events', ['n0']],
])(
  'an article that can’t be stored is named, and the others are stored: %s',
  async (_way, count, table, refused) => {
    const { write, database } = workplace();
    const ids = Array.from({ length: count }, (_, index) => `n${index}`);
    const files = filesOf(write, ids);
    const facts = { articles: '', quotes: '-we-will-build-it', events: '-bridge-opening' };
    const suffix = facts[table as keyof typeof facts];
    const store = particularStore(
      database,
      refused.map((id) => id + suffix),
      table,
    );
    const outcomes = new Map<string, Outcome>();
    await loadFiles(
      store,
      files,
      (some) => {
        for (const { file, outcome } of some) outcomes.set(file, outcome);
      },
      { restart: () => outcomes.clear() },
    );
    expect([...outcomes.keys()]).toEqual(files);
    for (const [index, file] of files.entries())
      expect(outcomes.get(file)).toEqual(refused.includes(ids[index] ?? '') ? refusal : 'new');
    const right = ids.filter((id) => !refused.includes(id));
    expect(await storedArticles(store)).toEqual(right);
  },
);

test('the command line names the file, sums up the others, and says nothing twice', async () => {
  const { folder, write, load, database } = workplace();
  const ids = Array.from({ length: 1050 }, (_, index) => `n${index}`);
  filesOf(write, ids);
  const faulty = write('faulty.json', '{}');
  await particularStore(database, ['n500']).close();
  expect(await load(folder)).toEqual({
    code: 1,
    stdout: '1049 new, 0 changed, 0 unchanged, 2 refused\n',
    stderr: [
      `${faulty}: must have the field “article”\n`,
      `${join(folder, 'n500.json')}: can't be stored: not that one\n`,
    ].join(''),
  });
  const [one] = filesOf(write, ['n500']);
  expect(await load(one ?? '')).toMatchObject({
    code: 1,
    stderr: `${one}: can't be stored: not that one\n`,
  });
});
