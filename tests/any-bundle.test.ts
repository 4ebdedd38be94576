import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, asyncProperty } from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { loadFiles } from '../src/loading/load-files.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { anyBundle } from './support/any-bundle.ts';
import { temporaryFolder } from './support/process.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

let server: TestServer;
let loaded: TestServer;
beforeAll(async () => {
  [server, loaded] = [await startServer([]), await startServer([])];
});
afterAll(async () => {
  await stopServer(server);
  await stopServer(loaded);
});

const { read } = createBundleReader(factTypes);
const schema = JSON.parse(readFileSync(inPackage('openapi/bundle.schema.json'), 'utf8'));
const isPublished = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const path = '/v1/articles/an-article/bundle';

type Item = Record<string, unknown> & { id: string };

test('a bundle of any kind that the check calls right is taken, and comes back the same wherever it is asked for', async () => {
  const file = join(temporaryFolder(), 'any.json');
  await assert(
    asyncProperty(anyBundle, async ({ bundle, text }) => {
      const { bundle: whole, faults } = read(bundle, text);
      expect(faults).toEqual([]);
      expect(isPublished(bundle) && isPublished(whole), isPublished.errors?.[0]?.instancePath).toBe(
        true,
      );

      const payload = { ...bundle, articleText: text };
      const put = await server.ask({ method: 'PUT', url: path, headers: withKey, payload });
      expect([200, 201]).toContain(put.statusCode);
      expect((await server.ask(path)).json()).toEqual(whole);

      writeFileSync(file, JSON.stringify(payload));
      await loadFiles(loaded.store, [file], (outcomes) => {
        expect(outcomes.map(({ outcome }) => typeof outcome)).toEqual(['string']);
      });
      expect((await loaded.ask(path)).json()).toEqual(whole);

      for (const { name } of factTypes) {
        const entries = (whole?.[name] ?? []) as Item[];
        const { data } = await server.get<{ data: Item[] }>(`/v1/${name}?limit=100`);
        expect(data.map(({ id }) => id).sort(), name).toEqual(entries.map(({ id }) => id).sort());
        for (const entry of entries) {
          const item = data.find(({ id }) => id === entry.id);
          expect(plainOf(item), `${name}/${entry.id}`).toMatchObject(plainOf(entry));
        }
        const { body } = await server.ask(`/v1/exports/${name}.ndjson`);
        expect(
          body
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
        ).toEqual(data);
        const csv = await server.ask(`/v1/exports/${name}.csv`);
        const rows = Papa.parse<Item>(csv.body, { header: true, skipEmptyLines: true }).data;
        expect(rows.map(({ id }) => id)).toEqual(data.map(({ id }) => id));
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);

/** What an entry and an item say alike: references are ids in the one, and more in the other. */
function plainOf(item: Item | undefined): object {
  const same = ['id', 'kind', 'polarity', 'text', 'verbatim', 'language', 'translation', 'verb'];
  const more = ['unnamedSpeaker', 'mentions', 'name', 'title', 'label', 'value', 'upper', 'unit'];
  const others = ['comparator', 'status', 'wikidata', 'latitude', 'longitude', 'description'];
  const shared = item !== undefined && 'name' in item;
  return Object.fromEntries(
    Object.entries(item ?? {}).filter(
      ([field]) =>
        [...same, ...more, ...others].includes(field) && !(shared && field === 'mentions'),
    ),
  );
}
