import { existsSync } from 'node:fs';
import { createBundleLoader } from '../bundle/load.ts';
import { readDatabaseUrl } from '../config.ts';
import { InputError } from '../input.ts';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { isAddress, openStore } from '../store/open-store.ts';
import { unpack } from '../store/packed.ts';
import { nextArticles } from '../store/read/article.ts';
import { countRows } from '../store/read/ids.ts';
import type { Snapshot, Store } from '../store/store.ts';
import { print } from '../terminal.ts';
import { type Progress, startProgress } from './progress.ts';

/** So many articles are read, and stored, together. */
const batchSize = 200;

const tables = ['articles', ...factTypes.map(({ name }) => name), 'mentions'];

/**
 * Copies every article with its facts into another database, of either engine, that has none yet: all or nothing.
 * Revisions and the times of changes are those of the copying.
 * @param from like DATABASE_URL
 */
export async function copy(from: string, to: string): Promise<void> {
  const [source, target] = [readDatabaseUrl(from, 'FROM'), readDatabaseUrl(to, 'TO')];
  if (source === target) throw new InputError('FROM and TO are the same database');
  if (!isAddress(source) && !existsSync(source))
    throw new InputError(`there is no database at ${source}`);
  const migrations = inPackage('migrations');
  const sourceStore = await openStore(source, migrations);
  try {
    const targetStore = await openStore(target, migrations);
    try {
      await copyAll(sourceStore, targetStore);
    } finally {
      await targetStore.close();
    }
  } finally {
    await sourceStore.close();
  }
}

async function copyAll(source: Store, target: Store): Promise<void> {
  const { articles = 0 } = await target.ask('counts', { tables: ['articles'] });
  if (articles > 0)
    throw new InputError(
      `TO has ${articles} articles already: choose an empty database (\`load\` adds to one)`,
    );
  const snapshot = await source.takeSnapshot();
  try {
    const expected = await snapshot.ask('counts', { tables });
    const progress = startProgress(expected.articles ?? 0, 'articles');
    try {
      await copyArticles(snapshot, target, expected, progress);
    } finally {
      progress.end();
    }
    print(tables.map((table) => `${expected[table]} ${table}`).join(', '));
  } finally {
    await snapshot.close();
  }
}

/** @param expected how many rows each table has in the end */
async function copyArticles(
  snapshot: Snapshot,
  target: Store,
  expected: Readonly<Record<string, number>>,
  progress: Progress,
): Promise<void> {
  const loader = createBundleLoader(factTypes);
  await target.writeBulk(async (writing, makeIndexes) => {
    const loading = loader.begin();
    for (let last = -1; ; ) {
      const rows = await snapshot.read((reading) => nextArticles(reading, last, batchSize));
      if (rows.length === 0) break;
      last = rows.at(-1)?.number ?? last;
      const articles = rows.map(({ bundle }) => loader.prepare(JSON.parse(unpack(bundle))));
      for (const outcome of await loading.load(writing, articles))
        if (outcome !== 'new') throw new Error('an article contradicts others of its database');
      progress.advance(rows.length);
    }
    await makeIndexes();
    await loading.finish(writing);
    const counts = await countRows(writing, tables);
    const wrong = tables.find((table) => counts[table] !== expected[table]);
    if (wrong !== undefined)
      throw new Error(`there are ${counts[wrong]} ${wrong} instead of ${expected[wrong]}`);
  });
}
