import { readText } from '../../src/input.ts';

/** The rows of a file of tab-separated values, by the names in its first line. No cell is quoted. */
export function readTable(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readText(file).split(/\r?\n/);
  const names = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    });
}
