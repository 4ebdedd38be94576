import type { ColumnDef } from 'hucre/xlsx';
import type { CsvColumn, CsvColumns } from './csv-columns.ts';
import type { Format } from './format.ts';
import { longestText, toSheetCell } from './sheet-cells.ts';

/** Names the columns of a row whose text was longer than a cell can be. */
const cutColumn = 'cut';

/**
 * Workbooks. Days, instants, numbers and booleans are cells of their kind, and a text stays a text,
 * whatever it begins with. Where there are more items than a sheet has rows, sheets with the same names of
 * columns follow.
 * @param mostRows of a sheet, the names included
 */
export function workbooks(mostRows: number): Format {
  return {
    name: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isCompressed: true,
    each: `a row each. A text of over ${longestText} characters is cut, which \`${cutColumn}\` says`,
    async *write({ name, csvColumns }, batches) {
      const columns = Object.entries(csvColumns).map(([header, { type }]) => ({
        header,
        ...looks[type],
      }));
      // Few ask for a workbook, and a start would take longer for all.
      const { writeXlsxStream } = await import('hucre/xlsx');
      yield* writeXlsxStream(rowsOf(csvColumns, batches), {
        name,
        columns: [...columns, { header: cutColumn, ...looks.text }],
        freezePane: { rows: 1 },
        maxRowsPerSheet: mostRows,
      });
    },
  };
}

/** `@`: a text that looks like a number or a formula stays a text, even when somebody edits it. */
const looks: Readonly<Record<CsvColumn['type'], Pick<ColumnDef, 'numFmt' | 'width'>>> = {
  text: { numFmt: '@', width: 20 },
  several: { numFmt: '@', width: 20 },
  number: {},
  boolean: {},
  day: { numFmt: 'yyyy-mm-dd', width: 12 },
  instant: { numFmt: 'yyyy-mm-dd hh:mm:ss', width: 20 },
};

async function* rowsOf(csvColumns: CsvColumns, batches: AsyncIterable<readonly string[]>) {
  const columns = Object.entries(csvColumns);
  for await (const documents of batches)
    for (const document of documents) {
      const item: unknown = JSON.parse(document);
      const cut: string[] = [];
      const cells = columns.map(([name, { type, read }]) =>
        toSheetCell(type, read(item), () => cut.push(name)),
      );
      yield [...cells, cut.join(' ') || null];
    }
}

/** As many as a sheet can have (ECMA-376). */
export const xlsx = workbooks(1_048_576);
