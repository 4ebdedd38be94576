import { allOf } from '../all-of.ts';
import { rowidOf } from '../numbers.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import { insertReferencesAsJson } from '../write/references.ts';
import type { Writing } from '../write/writing.ts';
import type { Queries } from './connection.ts';
import { sqlite } from './dialect.ts';

/** Most rows of one statement. Sizes are powers of two, so that there are few texts to prepare. */
const mostRows = 64;

export function readWith({ rows }: Queries): Reading {
  return { dialect: sqlite, rows };
}

/** @param queries in a transaction */
export function writeWith({ rows, run }: Queries): Writing {
  const plain = { dialect: sqlite, rows, run };
  return {
    ...plain,
    // What fails takes back the whole transaction, so SQLite needn't remember how to take back the one
    // statement (`or fail`).
    async insertRows({ table, columns }, rows, conflict = '') {
      const row = `(${columns.map(() => '?').join(', ')})`;
      await allOf(
        Array.from(chunksOf(rows), (chunk) =>
          run({
            sql: `insert or fail into ${table} (${columns}) values ${chunk.map(() => row).join(', ')} ${conflict}`,
            values: chunk.flat(),
          }),
        ),
      );
    },
    // SQLite reads JSON more quickly than it is given values.
    insertReferences: (articles) => insertReferencesAsJson(plain, articles),
    // All at once and in the order of the numbers: whatever else is run in between, and every number that is less
    // than the last, makes SQLite write out what waits in its memory as a piece of the index, and pieces have to
    // be merged.
    async indexWords(ranges) {
      const rows = [...ranges].map(
        ([table, its]) => sql`
          select ${rowidOf(table, sql`facts.number`)} as number, facts.terms, ${sql.literal(table)} as type
          from json_each(${JSON.stringify(its)}) as ranges cross join ${sql.ref(table)} as facts
          on facts.number >= ranges.value ->> 0 and facts.number < ranges.value ->> 1`,
      );
      await run(sql`
        insert or replace into search_terms (rowid, terms, type)
        select number, terms, type from (${sql.join(rows, ' union all ')}) order by number
      `);
    },
  };
}

function* chunksOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let done = 0, size = mostRows; done < items.length; done += size) {
    while (size > items.length - done) size /= 2;
    yield items.slice(done, done + size);
  }
}
