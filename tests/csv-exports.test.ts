import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { resources } from '../src/resources.ts';
import { checkWithAnyTexts } from './support/any-content.ts';
import { bundleOf } from './support/article.ts';
import { beginsAsFormula, readRecords, textOf } from './support/csv.ts';
import { expectedRow } from './support/expected-row.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';
import { meantBy } from './support/several.ts';
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

test('every export, read back, has what its list has, record for record and field for field', async () => {
  let fields = 0;
  await checkWithAnyTexts(server, 100, async () => {
    for (const { name } of resources) {
      const { data } = await server.get(`/v1/${name}?limit=100`);
      const { body } = await server.ask(`/v1/exports/${name}.csv`);
      const [names = []] = readStrictly(body);
      const records = readRecords(body);
      expect(records.length).toBe(data.length);
      for (const [index, item] of data.entries()) {
        const expected = expectedRow(item);
        for (const [place, column] of names.entries()) {
          const cell = records[index]?.[place] ?? 'nothing';
          const meant = expected[column] ?? null;
          if (typeof meant === 'number' || typeof meant === 'boolean')
            expect(cell, column).toBe(String(meant));
          else {
            expect(meantBy(textOf(cell), meant), column).toEqual(meant);
            expect(beginsAsFormula(cell), column).toBe(false);
          }
          fields += Number(meant !== null);
        }
      }
    }
  });
  expect(fields).toBeGreaterThan(1000);
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
