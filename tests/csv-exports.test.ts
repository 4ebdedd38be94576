import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { anyText, beginsAsFormula, readRecords, textOf } from './support/csv.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';
import { readStrictly } from './support/strict-csv.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([]);
  return () => stopServer(server);
});

function put(bundle: Bundle) {
  const url = `/v1/articles/${bundle.article.id}/bundle`;
  return server.ask({ method: 'PUT', url, payload: bundle, headers: withKey });
}

/** Puts an article with a reported quote in each of these words, as far as they are taken. */
async function putQuotes(words: readonly string[]): Promise<Map<string, string>> {
  const taken = new Map(words.map((text, index) => [`a-${index}`, text]));
  for (;;) {
    const ids = [...taken.keys()];
    const bundle = bundleOf('a', ({ quotes }) => {
      const [, reported] = quotes;
      const entries = ids.map((id) => ({ ...reported, id, text: taken.get(id) }));
      quotes.splice(0, quotes.length, ...(entries as typeof quotes));
    });
    const response = await put(bundle);
    if (response.statusCode !== 400) {
      expect([200, 201]).toContain(response.statusCode);
      return taken;
    }
    const { errors }: { errors: { name: string }[] } = response.json();
    const refused = errors.map(({ name }) => /^\/quotes\/(\d+)\/text$/.exec(name)?.[1]);
    expect(refused).not.toContain(undefined);
    for (const index of refused) taken.delete(ids[Number(index)] ?? '');
  }
}

test('an export has as many records as there are items, each with what was put', async () => {
  let records = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 10, maxLength: 30 }), async (words) => {
      const taken = await putQuotes(words);
      const { body } = await server.ask('/v1/exports/quotes.csv');
      const [names = []] = readStrictly(body);
      const [id, text] = [names.indexOf('id'), names.indexOf('text')];
      const found = readRecords(body).map(
        (record) => [record[id], textOf(record[text] ?? '')] as const,
      );
      expect(new Map(found)).toEqual(taken);
      expect(found.length).toBe(taken.size);
      for (const record of readRecords(body)) expect(record.filter(beginsAsFormula)).toEqual([]);
      records += found.length;
    }),
    { numRuns: 15 },
  );
  expect(records).toBeGreaterThan(100);
});

test('quotes of several paragraphs, and with a line that would be a formula, are a record each', async () => {
  const articleText =
    'She said: “First the road.\n\n“Then the bridge.” Lastly: “Fine\n=HYPERLINK(1)”; and “+2,\r\n-3"”.';
  const exacts = ['First the road.\n\n“Then the bridge.', 'Fine\n=HYPERLINK(1)', '+2,\r\n-3"'];
  const none = { actors: [], places: [], events: [], statistics: [] };
  const bundle = bundleOf('b', (bundle) => {
    const sha256 = createHash('sha256').update(articleText).digest('hex');
    bundle.article.text = { sha256, length: articleText.length };
    const [direct] = bundle.quotes;
    const quotes = exacts.map((exact, index) => {
      const start = articleText.indexOf(exact);
      const mentions = [{ start, end: start + exact.length, exact }];
      return {
        ...direct,
        id: `b-${index}`,
        text: exact,
        speakers: [],
        verb: null,
        date: null,
        mentions,
      };
    });
    Object.assign(bundle, { ...none, articleText, quotes });
  });
  expect((await put(bundle)).statusCode).toBe(201);
  const { body } = await server.ask('/v1/exports/quotes.csv?article=b');
  const [names = []] = readStrictly(body);
  const records = readRecords(body);
  expect(records.map((record) => record[names.indexOf('text')])).toEqual([
    exacts[0],
    exacts[1],
    `'${exacts[2]}`,
  ]);
  expect(records.flat().filter(beginsAsFormula)).toEqual([]);
});
