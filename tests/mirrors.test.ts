import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { createBundleLoader } from '../src/bundle/load.ts';
import type { Bundle } from '../src/bundle/schema.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { copyDatabase } from '../src/store/sqlite/copy.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import type { Store } from '../src/store/store.ts';
import { bundleOf } from './support/article.ts';
import { temporaryFolder } from './support/process.ts';
import { load } from './support/server.ts';

const migrations = readMigrations(inPackage('migrations/sqlite'));
const loader = createBundleLoader(factTypes);

const names = ['a', 'b', 'c', 'd'];

/** An article as it was in one of its versions. */
function version(id: string, number: number): Bundle {
  return bundleOf(id, ({ article }) => {
    article.title = { en: `Version ${number}` };
  });
}

/** A server that listens, on a file that can be copied while it runs, and put back. */
async function source(folder: string) {
  const path = join(folder, 'facts.db');
  let store: Store;
  let app: FastifyInstance;
  let address = '';
  const begin = async () => {
    store = openStore(path, migrations);
    app = await buildApp({ config: { logLevel: 'silent' }, store, longestTurnMs: 0 });
    address = await app.listen({ port: 0, host: '127.0.0.1' });
  };
  const end = async () => {
    await app.close();
    await store.close();
  };
  await begin();
  return {
    address: () => address,
    put: (id: string, number: number) => load(store, [version(id, number)]),
    remove: (id: string) => store.write((writing) => loader.remove(writing, id)),
    revision: () => store.revision(),
    copy: (name: string) => {
      rmSync(join(folder, name), { force: true });
      return copyDatabase(path, join(folder, name));
    },
    async restore(name: string) {
      await end();
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
      copyFileSync(join(folder, name), path);
      await begin();
    },
    end,
    /** All bundles there are, by id. */
    async content() {
      const { data } = (await app.inject('/v1/articles?limit=100')).json();
      const bundles = data.map(async ({ id }: { id: string }) => [
        id,
        (await app.inject(`/v1/articles/${id}/bundle`)).json(),
      ]);
      return Object.fromEntries(await Promise.all(bundles));
    },
  };
}

interface Mirror {
  resume: string | null;
  bundles: Record<string, unknown>;
}

/** Written by `docs/mirrors.md`. What it has kept last is all that is left of it when it is killed. */
function createFollower(addressOf: () => string) {
  let kept = JSON.stringify({ resume: null, bundles: {} });
  const seen = { killed: 0, begunAgain: 0, askedAgain: 0 };

  /** Follows to the end, or until `beforeEach` kills it before it asks for something. */
  async function follow(beforeEach: () => Promise<void>): Promise<void> {
    let mirror: Mirror = JSON.parse(kept);
    const get = async (path: string) => {
      await beforeEach();
      return fetch(addressOf() + path);
    };
    pages: for (let next: string | null = ''; next !== null; ) {
      const cursor = mirror.resume === null ? '' : `&cursor=${mirror.resume}`;
      const answer = await get(`/v1/changes?limit=3${cursor}`);
      if (answer.status === 410) {
        mirror = { resume: null, bundles: {} };
        seen.begunAgain++;
        continue;
      }
      const { data, page, resume } = (await answer.json()) as {
        data: { article: string; digest: string | null }[];
        page: { next: string | null };
        resume: string;
      };
      const bundles = { ...mirror.bundles };
      for (const [id, digest] of new Map(data.map((it) => [it.article, it.digest]))) {
        delete bundles[id];
        if (digest === null) continue;
        const bundle = await get(`/v1/articles/${id}/bundle`);
        if (!bundle.headers.get('etag')?.includes(digest)) {
          seen.askedAgain++;
          continue pages;
        }
        bundles[id] = await bundle.json();
      }
      mirror = { resume, bundles };
      kept = JSON.stringify(mirror);
      next = page.next;
    }
  }

  return {
    seen,
    mirrored: () => (JSON.parse(kept) as Mirror).bundles,
    async follow(beforeEach: () => Promise<void>) {
      try {
        await follow(beforeEach);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        seen.killed++;
      }
    },
  };
}

class Killed extends Error {}

type Act = { what: 'put' | 'delete' | 'copy' | 'restore'; which: number };
/** What happens before each time that it asks for something; then it is killed, unless it has come to the end. */
type Follow = { what: 'follow'; meanwhile: (Act | null)[] };

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('put', 'put', 'put', 'put', 'delete', 'copy', 'restore'),
  which: fc.nat({ max: names.length - 1 }),
});
const follow: fc.Arbitrary<Follow> = fc.record({
  what: fc.constant('follow'),
  meanwhile: fc.array(fc.option(act, { freq: 2 }), { minLength: 1, maxLength: 12 }),
});
const step = fc.oneof({ weight: 3, arbitrary: act }, { weight: 1, arbitrary: follow });

const put = (which: number): Act => ({ what: 'put', which });
const copy: Act = { what: 'copy', which: 0 };
const restore: Act = { what: 'restore', which: 0 };
const following = (...meanwhile: (Act | null)[]): Follow => ({ what: 'follow', meanwhile });
const toTheEnd = following(...Array(20).fill(null));

test('a follower that is killed at any time, over restores of the source, ends with the same content', async () => {
  const seen = { killed: 0, begunAgain: 0, askedAgain: 0, grown: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const from = await source(temporaryFolder());
      const follower = createFollower(from.address);
      const copies = new Set<string>();
      let versions = 0;
      let highest = 0;
      const run = async ({ what, which }: Act) => {
        const name = names[which] ?? '';
        if (what === 'put') await from.put(name, versions++);
        if (what === 'delete') await from.remove(name);
        if (what === 'copy') await from.copy(name);
        if (what === 'copy') copies.add(name);
        if (what !== 'restore' || !copies.has(name)) return;
        highest = Math.max(highest, await from.revision());
        await from.restore(name);
      };
      try {
        for (const it of steps) {
          if (it.what !== 'follow') {
            await run(it);
            continue;
          }
          const acts = it.meanwhile.values();
          await follower.follow(async () => {
            const { value, done } = acts.next();
            if (done) throw new Killed();
            if (value) await run(value);
          });
        }
        if (highest > 0 && (await from.revision()) > highest) seen.grown++;
        await follower.follow(async () => {});
        expect(follower.mirrored()).toEqual(await from.content());
        seen.killed += follower.seen.killed;
        seen.begunAgain += follower.seen.begunAgain;
        seen.askedAgain += follower.seen.askedAgain;
      } finally {
        await from.end();
      }
    }),
    {
      seed: 18,
      numRuns: 30,
      examples: [
        // The copy grows past what the follower knows, and has other articles there.
        [[put(0), copy, put(1), put(1), toTheEnd, restore, put(2), put(2), put(3)]],
        // It lacks only what the follower fetched beyond the changes that it had come to.
        [[put(0), put(0), put(0), copy, put(0), following(null, null), restore, put(1)]],
        // It was made while the follower read, and lacks what was written before that had the bundle.
        [[put(0), put(1), following(null, copy, put(1)), restore]],
        // It is put back while the follower, which has kept nothing yet, has one of two bundles.
        [[copy, put(0), put(1), following(null, null, restore, null)]],
        [[copy, put(0), toTheEnd, restore]],
      ],
    },
  );
  expect(seen.killed).toBeGreaterThan(20);
  expect(seen.begunAgain).toBeGreaterThan(10);
  expect(seen.askedAgain).toBeGreaterThan(10);
  expect(seen.grown).toBeGreaterThan(1);
});

test('the mirror of its page is killed and goes on, and notices a restore', async () => {
  const [, program = ''] =
    readFileSync(inPackage('docs/mirrors.md'), 'utf8').match(/```js\n(\/\/ mirror\.mjs.*?)```/s) ??
    [];
  const folder = temporaryFolder();
  const from = await source(temporaryFolder());
  onTestFinished(() => from.end());
  const begin = () => {
    const text = program.replace('http://127.0.0.1:3000', from.address());
    writeFileSync(join(folder, 'mirror.mjs'), text);
    return spawn(process.execPath, ['mirror.mjs'], { cwd: folder, stdio: 'inherit' });
  };
  const expectSame = async () => {
    expect((await once(begin(), 'exit'))[0]).toBe(0);
    const { bundles } = JSON.parse(readFileSync(join(folder, 'mirror.json'), 'utf8'));
    expect(bundles).toEqual(await from.content());
  };
  for (const name of names) await from.put(name, 0);
  await expectSame();
  await from.copy('old');
  for (let round = 1; round < 6; round++) {
    for (const name of names) await from.put(name, round);
    const mirror = begin();
    await setTimeout(round * 25);
    mirror.kill('SIGKILL');
  }
  await expectSame();
  await from.restore('old');
  await from.remove('a');
  await expectSame();
});
