import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../src/resource/csv.ts';
import { type CsvColumn, defineCsvColumns } from '../src/resource/csv-columns.ts';
import { anyText, beginsAsFormula, readRecords, textOf } from './support/csv.ts';
import { readStrictly } from './support/strict-csv.ts';

type Cell = string | number | null;
const names = ['first', 'second', 'third'] as const;
const columns = defineCsvColumns<Cell[]>({
  first: at(0),
  second: at(1),
  third: at(2),
});

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const anyCell = fc.oneof({ weight: 4, arbitrary: anyText }, anyNumber, fc.constant(null));

function at(place: number): CsvColumn<Cell[]> {
  return { type: 'text', read: (row) => row[place] ?? null };
}

async function write(rows: readonly Cell[][]): Promise<string> {
  const batches = Readable.from([rows.map((row) => JSON.stringify(row))]);
  const pieces = csv.write({ name: 'rows', csvColumns: columns, bom: false }, batches);
  return (await Array.fromAsync(pieces)).join('');
}

test('what is written is read back record for record and field for field, whatever the values', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 5 }),
      async (rows) => {
        const records = readRecords(await write(rows));
        expect(records.length).toBe(rows.length);
        for (const [index, row] of rows.entries())
          for (const [place, value] of row.entries()) {
            const cell = records[index]?.[place] ?? 'nothing';
            if (typeof value === 'number') expect(cell).toBe(String(value));
            else {
              expect(textOf(cell)).toBe(value ?? '');
              expect(beginsAsFormula(cell)).toBe(false);
            }
          }
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['LF', 'one\ntwo', '"one\ntwo"'],
  ['CR alone', 'one\rtwo', '"one\rtwo"'],
  ['CR LF', 'one\r\ntwo', '"one\r\ntwo"'],
  ['LF at the beginning', '\none', '"\'\none"'],
  ['CR at the end', 'one\r', '"one\r"'],
  ['LF beside quotes', '"\n"', '"""\n"""'],
  ['quotes alone', '""', '""""""'],
  ['a byte order mark', '\uFEFFone', '\uFEFFone'],
  ['a semicolon, at which LibreOffice divides', 'one;=1+1', '"one;=1+1"'],
  ['a tab, likewise', 'one\t=1+1', '"one\t=1+1"'],
  ['nothing', '', ''],
])('a text with %s stays one field', async (_, text, written) => {
  expect(await write([['x', text, 'y']])).toBe(`${names.join(',')}\r\nx,${written},y\r\n`);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+491234', "'+491234"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', "'\r=1+1"],
  ['  \u00A0=1+1', "'  \u00A0=1+1"],
  ['\uFEFF-1', "'\uFEFF-1"],
  ['\u200B\u202E=1+1', "'\u200B\u202E=1+1"],
  ['＝1+1', "'＝1+1"],
  // A year before the Christian era would be reckoned with.
  ['-0753-04-21', "'-0753-04-21"],
  // So that taking away the first apostrophe gives back the text, whichever it was.
  ["'=1+1", "''=1+1"],
  // None of these is a formula.
  ["'tis", "'tis"],
  ['−5 degrees', '−5 degrees'],
  ['a=1', 'a=1'],
  [' one', ' one'],
  ['|=1', '|=1'],
])('%j becomes the cell %j', async (text, cell) => {
  expect(readRecords(await write([['x', text, null]]))).toEqual([['x', cell, '']]);
});

test('every form of the characters that begin a formula is defused, whichever Unicode has', async () => {
  const texts: string[] = [];
  for (let codePoint = 1; codePoint <= 0x10ffff; codePoint++) {
    const text = `${String.fromCodePoint(codePoint)}1+1`;
    if (/^[=+\-@]/.test(text.normalize('NFKC'))) texts.push(text);
  }
  expect(texts.length).toBeGreaterThan(10);
  const cells = readRecords(await write(texts.map((text) => [text]))).map(([cell]) => cell);
  expect(cells).toEqual(texts.map((text) => `'${text}`));
});

test('a number stays a number, a negative one too', async () => {
  expect(await write([[-5, -22.9, 1e21]])).toBe(`${names.join(',')}\r\n-5,-22.9,1e+21\r\n`);
});

test.each([
  ['a quote in a plain field', 'a"b,c\r\n'],
  ['something behind a quoted field', '"a"b,c\r\n'],
  ['a quoted field that is not closed', '"a,c\r\n'],
  ['LF alone between fields', 'a\nb\r\n'],
  ['CR alone between fields', 'a\rb\r\n'],
  ['LF for CR LF', 'a,b\nc,d\n'],
  ['too few fields', 'a,b\r\nc\r\n'],
  ['too many fields', 'a,b\r\nc,d,e\r\n'],
  ['a last line without its end', 'a,b\r\nc,d'],
  ['a last line that breaks off', 'a,b\r\nc,'],
])('the reader of these tests refuses %s', (_, text) => {
  expect(() => readStrictly(text)).toThrow(/field|record/);
});
