import { readFileSync } from 'node:fs';
import { Sql } from 'sql-template-tag';
import { expect, onTestFinished, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { resources } from '../src/resources.ts';
import type { Reading } from '../src/store/read/reading.ts';
import { sql } from '../src/store/sql.ts';
import type { Writing } from '../src/store/write/writing.ts';
import { examplesOf, type Parameter } from './support/openapi.ts';
import { startServer, stopServer } from './support/server.ts';

/** A step of a plan, as the engine tells it. */
interface Step {
  parent: number;
  detail: string;
}

test('no query reads a table from end to end, neither in a small nor in a large database', async () => {
  const queries = new Map<string, readonly unknown[]>();
  const server = await startServer('seed', {
    observe({ sql: text, parameters }) {
      if (text.trimStart().startsWith('select')) queries.set(text, parameters);
    },
  });
  onTestFinished(() => stopServer(server));
  queries.clear();
  // Exports run the queries of the lists.
  const paths = Object.entries(server.document.paths).filter(([path]) => !/exports/.test(path));
  for (const [path, { get }] of paths)
    for (const url of urlsOf(path, get?.parameters ?? null, keysOf(path)))
      expect((await server.ask(url)).statusCode, url).toBe(200);
  expect(queries.size).toBeGreaterThan(500);

  function keysOf(path: string): string[] {
    return Object.keys(resources.find(({ name }) => path === `/v1/${name}`)?.orders ?? {});
  }

  const asked = new Map(queries);
  expect(await findScans(server.store.read, asked), 'small').toEqual([]);
  await server.store.write(pretendLarge);
  expect(await findScans(server.store.read, asked), 'large').toEqual([]);
});

/** Each filter alone, each two, and all of them, in every order. */
function urlsOf(
  path: string,
  parameters: readonly Parameter[] | null,
  keys: readonly string[],
): string[] {
  if (parameters === null) return [];
  const valuesOf = (it: Parameter) => (it.name === 'count' ? ['exact'] : examplesOf(it));
  const written = (it: Parameter) => `${it.name}=${encodeURIComponent(valuesOf(it).join(','))}`;
  const [id] = parameters.filter((it) => it.in === 'path');
  const url = id === undefined ? path : path.replace(`{${id.name}}`, String(examplesOf(id)[0]));
  const given = parameters.filter((it) => it.in === 'query' && valuesOf(it).length > 0);
  const how = ['sort', 'order', 'limit', 'count', 'facets'];
  const required = given.filter((it) => it.required).map(written);
  const filters = given.filter((it) => !it.required && !how.includes(it.name)).map(written);
  const sets = [
    [],
    ...filters.map((it) => [it]),
    ...filters.flatMap((one, index) => filters.slice(index + 1).map((other) => [one, other])),
    filters,
  ];
  const orders = keys.flatMap((key) => [`sort=${key}`, `sort=${key}&order=desc`]);
  const counted = given.some((it) => it.name === 'facets')
    ? [
        given
          .filter((it) => ['count', 'facets'].includes(it.name))
          .map(written)
          .join('&'),
      ]
    : [];
  return sets.flatMap((set) =>
    [...(keys.length === 0 ? [''] : orders), ...counted].map(
      (order) => `${url}?${[...required, ...set, order].filter(Boolean).join('&')}`,
    ),
  );
}

/** Gives the planner the figures of a database of 100,000 facts. */
async function pretendLarge(writing: Writing): Promise<void> {
  const statistics: { tbl: string; idx: string | null; stat: string }[] = JSON.parse(
    readFileSync(inPackage('tests/support/large-statistics.json'), 'utf8'),
  );
  await writing.run(sql`analyze`);
  await writing.run(sql`delete from sqlite_stat1`);
  await writing.run(sql`delete from sqlite_stat4`);
  for (const { tbl, idx, stat } of statistics)
    await writing.run(
      sql`insert into sqlite_stat1 (tbl, idx, stat) values (${tbl}, ${idx}, ${stat})`,
    );
  await writing.run(sql`analyze sqlite_schema`);
}

/** The queries that read a whole table, with the step that does. */
function findScans(
  read: <Result>(work: (reading: Reading) => Promise<Result>) => Promise<Result>,
  asked: ReadonlyMap<string, readonly unknown[]>,
): Promise<string[]> {
  return read(async (reading) => {
    const found: string[] = [];
    for (const [text, parameters] of asked) {
      const rows = await reading.rows<Step>(
        new Sql(`explain query plan ${text}`.split('?'), parameters),
      );
      for (const { parent, detail } of rows) {
        const [, table] = /^SCAN (\w+)$/.exec(detail) ?? [];
        // What another step makes is read whole, of course.
        const made = rows.some((it) => it.parent === parent && it.detail === `CO-ROUTINE ${table}`);
        if (
          table !== undefined &&
          !made &&
          table !== 'state' &&
          !isPageOfTable.test(text) &&
          !isCountOfOthers.test(text) &&
          !isCountOfMentions.test(text)
        )
          found.push(`${detail}: ${text.replaceAll(/\s+/g, ' ')}`);
      }
    }
    return found;
  });
}

/** So many rows at most in the order in which the table has them, from one end on: no further than that. */
const isPageOfTable =
  /from \(\s*select\s+(number as led|case when octet_length\("\w+"\."document"\) <= \(select \?\) then "\w+"\."document" end as document, octet_length\("\w+"\."document"\) as length, "\w+"\."number" as number) from "\w+"\s+order by "number" (asc|desc) limit \(select \?\)\s*\)/;

/** By where they stand, without an article, mentions are counted one by one: where they are many, beside the loop. */
const isCountOfMentions =
  /^\s*select (count\(\*\)|articles\.id, counted\.count)\s+from.* "mentions"\s+where "(start|end)"/s;

/** What is left out leads nowhere: all other rows are counted, where they are many beside the loop. */
const isCountOfOthers =
  /^\s*select count\(\*\) from "\w+"\s+where \("\w+" = [^"]*\) is not true and [^=]*in_time\(\)\)\s*$/;
