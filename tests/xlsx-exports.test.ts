import { Readable } from 'node:stream';
import readWorkbook, { readSheet } from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import type { Cell, CsvColumn } from '../src/resource/csv-columns.ts';
import { workbooks } from '../src/resource/xlsx.ts';
import { resources } from '../src/resources.ts';
import { checkWithAnyTexts } from './support/any-content.ts';
import { bundleOf } from './support/article.ts';
import { expectedRow, type Meant } from './support/expected-row.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';
import { meantBy } from './support/several.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer([]);
  return () => stopServer(server);
});

const whole = { trim: false };

async function rowsOf(path: string) {
  const { rawPayload } = await server.ask(`/v1/exports/${path}`);
  const [names = [], ...rows] = await readSheet(rawPayload, whole);
  return rows.map((row) =>
    Object.fromEntries(names.map((name, index) => [String(name), row[index] ?? null])),
  );
}

test('every sheet, read back by another library, has what its list has, each value as a cell of its kind', async () => {
  let fields = 0;
  await checkWithAnyTexts(server, 40, async () => {
    for (const { name } of resources) {
      const { data } = await server.get(`/v1/${name}?limit=100`);
      const rows = await rowsOf(`${name}.xlsx`);
      expect(rows.length).toBe(data.length);
      for (const [index, item] of data.entries()) {
        const expected = expectedRow(item);
        const { cut, ...cells } = rows[index] ?? {};
        const isCut = new Set(String(cut ?? '').split(' '));
        for (const [column, cell] of Object.entries(cells)) {
          const meant = expected[column] ?? null;
          if (isCut.has(column)) expect(String(cell)).toMatch(/ \[…\] cut: \d+ more characters$/);
          else expect(toMeant(cell as SheetCell, meant), column).toEqual(meant);
          fields += Number(meant !== null);
        }
      }
    }
  });
  expect(fields).toBeGreaterThan(1000);
}, 60_000);

type SheetCell = string | number | boolean | Date | null;

function toMeant(cell: SheetCell, meant: Meant): Meant {
  if (cell === null) return meantBy('', meant);
  // Spreadsheets count days: of an instant, they keep a little less than a millisecond.
  if (cell instanceof Date && typeof meant === 'string')
    return Math.abs(cell.getTime() - Date.parse(meant)) <= 1 ? meant : cell.toISOString();
  return typeof cell === 'string' ? meantBy(cell, meant) : (cell as Meant);
}

test('days that spreadsheets know, and instants, are dates, and others stay texts', async () => {
  const date = (edtf: string) => ({ edtf, basis: 'stated', expression: null, note: null });
  const dates = ['2024-05', '1900-02', '-0043', 'Y17000', '1950/..'];
  const bundle = bundleOf('b', (it) => {
    const [event] = it.events;
    const events = dates.map((edtf, index) => ({ ...event, id: `b-${index}`, date: date(edtf) }));
    Object.assign(it, { events, quotes: [], statistics: [] });
    Object.assign(it.article.source, { published: '2024-05-16' });
  });
  const url = '/v1/articles/b/bundle';
  const put = await server.ask({ method: 'PUT', url, payload: bundle, headers: withKey });
  expect(put.statusCode).toBe(201);
  const rows = await rowsOf('events.xlsx?article=b');
  expect(rows.map(({ dateEarliest, dateLatest }) => [dateEarliest, dateLatest])).toEqual([
    [new Date('2024-05-01'), new Date('2024-05-31')],
    ['1900-02-01', '1900-02-28'],
    ['-000043-01-01', '-000043-12-31'],
    ['+017000-01-01', '+017000-12-31'],
    [new Date('1950-01-01'), null],
  ]);
  const [article] = await rowsOf('articles.xlsx?id=b');
  expect(article).toMatchObject({ published: new Date('2024-05-16'), modified: expect.any(Date) });
  const leap = { ...bundle, article: { ...bundle.article, id: 'leap' }, events: [] };
  Object.assign(leap.article, { source: { published: '2016-12-31T23:59:60Z' } });
  const second = {
    method: 'PUT',
    url: '/v1/articles/leap/bundle',
    payload: leap,
    headers: withKey,
  } as const;
  expect((await server.ask(second)).statusCode).toBe(201);
  const [counted] = await rowsOf('articles.xlsx?id=leap');
  expect(counted?.published).toBe('2016-12-31T23:59:60Z');
});

/** What comes of items that have one cell each, as sheets of so many rows. */
async function sheetsOf<Item>(type: CsvColumn['type'], items: readonly Item[], mostRows: number) {
  const csvColumns = { value: { type, read: (item: unknown) => item as Cell } };
  const batches = Readable.from([items.map((item) => JSON.stringify(item))]);
  const pieces = workbooks(mostRows).write({ name: 'items', csvColumns, bom: false }, batches);
  return readWorkbook(Buffer.concat(await Array.fromAsync(pieces, (it) => Buffer.from(it))), whole);
}

test('a text that is longer than a cell can be is cut, and the row says which column', async () => {
  const longest = 'x'.repeat(32_767);
  const items = [longest, `${longest}x`, `${'x'.repeat(32_706)}👩🏽‍🚒${'y'.repeat(100)}`];
  const [sheet] = await sheetsOf('text', items, 10);
  expect(sheet?.data).toEqual([
    ['value', 'cut'],
    [longest, null],
    [`${'x'.repeat(32_707)} […] cut: 61 more characters`, 'value'],
    // Half of a character would be none.
    [`${'x'.repeat(32_706)} […] cut: 107 more characters`, 'value'],
  ]);
});

test('where there are more rows than a sheet has, more sheets follow', async () => {
  expect(await sheetsOf('number', [1, 2, 3, 4, 5], 3)).toEqual([
    {
      sheet: 'items',
      data: [
        ['value', 'cut'],
        [1, null],
        [2, null],
      ],
    },
    {
      sheet: 'items_2',
      data: [
        ['value', 'cut'],
        [3, null],
        [4, null],
      ],
    },
    {
      sheet: 'items_3',
      data: [
        ['value', 'cut'],
        [5, null],
      ],
    },
  ]);
});
