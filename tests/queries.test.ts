import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

/** Texts in a language, and what people type: `[what, which texts it finds, which it must not find]`. */
interface Table {
  language: string;
  texts: Record<string, string>;
  queries: [typed: string, finds: string, not: string][];
}

const folder = inPackage('tests/queries');
const tables = readdirSync(folder).map((file): [name: string, table: Table] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
]);

/** Each text is an article that states one quote, whose words are all of it. */
const bundles = tables.flatMap(([name, { language, texts }]) =>
  Object.entries(texts).map(([key, text]) => ({
    article: { id: `${name}-${key}`, language, title: { [language]: '—' } },
    articleText: text,
    quotes: [{ id: `${name}-${key}`, kind: 'indirect', text, mentions: [{ exact: text }] }],
  })),
);

let server: TestServer;
beforeAll(async () => {
  server = await startServer(bundles as never);
});
afterAll(() => stopServer(server));

test('the table is as long and wide as people are', () => {
  const queries = tables.flatMap(([, { queries }]) => queries);
  expect(queries.length).toBeGreaterThanOrEqual(200);
});

describe.each(tables)('%s', (name, { queries }) => {
  test.each(queries)('%s finds [%s] and not [%s]', async (typed, finds, not) => {
    const q = encodeURIComponent(typed);
    const { data } = await server.get(`/v1/quotes?q=${q}&limit=100`);
    const ids = data.map(({ id }) => id);
    const named = (keys: string) => keys.split(' ').flatMap((key) => (key ? `${name}-${key}` : []));
    expect(ids).toEqual(expect.arrayContaining(named(finds)));
    expect(ids.filter((id) => named(not).includes(id))).toEqual([]);
    const searched = await server.get(`/v1/search?q=${q}&type=quote&limit=100`);
    expect(searched.data.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});
