import { CompiledQuery } from 'kysely';
import type { Cell } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import type { Writing } from './writing.ts';

/** Most rows of one statement. Sizes are powers of two, so that there are few texts to prepare. */
const mostRows = 64;

/**
 * Inserts many rows with few statements. What fails takes back the whole transaction, so the engine
 * needn't remember how to take back the one statement (`or fail`).
 * @param into table and columns, like `quotes (id, document)`
 * @param conflict what to do with a row that is there already, like `on conflict do nothing`
 */
export async function insertRows(
  writing: Writing,
  into: string,
  rows: readonly (readonly (Cell | Uint8Array)[])[],
  conflict = '',
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    const row = `(${chunk[0]?.map(() => '?').join(', ')})`;
    const text = `insert or fail into ${into} values ${chunk.map(() => row).join(', ')} ${conflict}`;
    await writing.executeQuery(CompiledQuery.raw(text, chunk.flat()));
  }
}

/**
 * Selects, updates or deletes by many values.
 * @param text a statement that ends where the list of values is to stand, in parentheses
 */
export async function runAmong<Row>(
  reading: Reading,
  text: string,
  parameters: readonly Cell[],
  values: readonly Cell[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const query = CompiledQuery.raw(`${text} (select value from json_each(?))`, [
    ...parameters,
    JSON.stringify(values),
  ]);
  return (await reading.executeQuery(query)).rows as Row[];
}

function* chunksOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let done = 0, size = mostRows; done < items.length; done += size) {
    while (size > items.length - done) size /= 2;
    yield items.slice(done, done + size);
  }
}
