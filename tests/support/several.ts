import type { Meant } from './expected-row.ts';

/** The values of a cell that has several, by what `docs/exports.md` says of `|` and `\`. */
function severalOf(cell: string): string[] {
  const values: string[] = [''];
  for (const [piece] of cell.matchAll(/\\[\\|]|./gs)) {
    if (piece === '|') values.push('');
    else values[values.length - 1] += piece.length > 1 ? piece.slice(1) : piece;
  }
  return values;
}

/** What a cell with text stands for, where it is known what kind of thing it has. */
export function meantBy(cell: string, expected: Meant): Meant {
  if (!Array.isArray(expected)) return cell === '' ? null : cell;
  // As many as there are: of none, and of one that is empty, the cell is empty.
  if (cell === '' && expected.length < 2)
    return expected.map(() => meantBy('', expected[0] ?? null));
  return severalOf(cell).map((value, index) => meantBy(value, expected[index] ?? ''));
}
