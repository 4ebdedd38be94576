import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { selectMarked } from '../src/store/read/state.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { temporaryFolder } from './support/process.ts';
import { load } from './support/server.ts';

type Read = Store['ask'];

/**
 * A server on a file that has the article a, and another connection to the same file, as another process
 * has it, that can write. `readAs` makes the server's reads go another way from then on.
 */
async function serveBesideAnother() {
  const path = join(temporaryFolder(), 'facts.db');
  const [served, other] = [1, 2].map(() =>
    openStore(path, readMigrations(inPackage('migrations/sqlite'))),
  );
  if (served === undefined || other === undefined) throw new Error('two were opened');
  await load(other, [bundleOf('a')]);
  /** What another process wrote shows from the next turn of the event loop on. */
  const writeElsewhere = async (id: string) => {
    await load(other, [bundleOf(id)]);
    await setImmediate();
  };
  let readNow: Read = served.ask;
  const registry = new Registry();
  const app = await buildApp({
    config: { logLevel: 'silent' },
    store: { ...served, ask: (question, plan, tell) => readNow(question, plan, tell) },
    metrics: registry,
    longestTurnMs: 0,
  });
  onTestFinished(async () => {
    await app.close();
    await served.close();
    await other.close();
  });
  const articles = async () => {
    const { data } = (await app.inject('/v1/articles')).json();
    return data.map(({ id }: { id: string }) => id);
  };
  const hits = async () =>
    Number(/cache_total\{result="hit"\} (\d+)/.exec(await registry.metrics())?.[1]);
  return {
    served,
    writeElsewhere,
    articles,
    hits,
    readAs(read: Read) {
      readNow = read;
    },
  };
}

type Place = (read: Read, write: () => Promise<unknown>) => Read;

test.each<[string, string[], Place]>([
  [
    'between the request and its read',
    ['a', 'b'],
    (ask, write) => async (question, plan, tell) => {
      await write();
      return ask(question, plan, tell);
    },
  ],
  [
    'between the read and the answer',
    ['a'],
    (ask, write) => async (question, plan, tell) => {
      const found = await ask(question, plan, tell);
      await write();
      return found;
    },
  ],
])(
  'where another process writes %s, the answer is kept as that of the state that was read',
  async (_, first, at) => {
    const { served, writeElsewhere, articles, hits, readAs } = await serveBesideAnother();
    let written = false;
    const write = async () => {
      if (!written) await writeElsewhere('b');
      written = true;
    };
    readAs(at(served.ask, write));
    expect(await articles()).toEqual(first);
    expect(written).toBe(true);
    for (let more = 0; more < 2; more++) expect(await articles()).toEqual(['a', 'b']);
    // Where the first answer was of the latest state already, it is the one that is given again.
    expect(await hits()).toBe(first.length === 2 ? 2 : 1);
  },
);

test('what was read of an older state than the latest one asked for is not kept as the latest', async () => {
  const { served, writeElsewhere, articles, readAs } = await serveBesideAnother();
  const old = await served.takeSnapshot();
  await writeElsewhere('b');
  readAs(async (question, plan, { tell } = {}) => {
    const marked = await old.read(selectMarked);
    tell?.({ identity: '', ...marked, isPassing: false });
    return old.ask(question, plan);
  });
  expect(await articles()).toEqual(['a']);
  readAs(served.ask);
  expect(await articles()).toEqual(['a', 'b']);
  await old.close();
});

test('an answer made of two states of the content is kept as none of them', async () => {
  const { served, writeElsewhere, articles, hits, readAs } = await serveBesideAnother();
  readAs(async (question, plan, options) => {
    await served.ask(question, plan, options);
    await writeElsewhere('b');
    return served.ask(question, plan, options);
  });
  expect(await articles()).toEqual(['a', 'b']);
  readAs(served.ask);
  expect(await articles()).toEqual(['a', 'b']);
  expect(await hits()).toBe(0);
  expect(await articles()).toEqual(['a', 'b']);
  expect(await hits()).toBe(1);
});
