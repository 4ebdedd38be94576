import { CompiledQuery, sql } from 'kysely';
import { rowidOf } from '../numbers.ts';
import { type Reading, readingOn } from '../read/reading.ts';
import { insertReferencesAsJson } from '../write/insert-references.ts';
import type { Writing, WritingEngine } from '../write/writing.ts';
import { sqlite } from './dialect.ts';

/** Most rows of one statement. Sizes are powers of two, so that there are few texts to prepare. */
const mostRows = 64;

export function readWith(queries: Omit<Reading, 'dialect'>): Reading {
  return readingOn(queries, sqlite);
}

/** @param queries of a transaction */
export function writeWith(queries: Omit<Reading, 'dialect'>): Writing {
  return { ...readWith(queries), engine };
}

const engine: WritingEngine = {
  // What fails takes back the whole transaction, so SQLite needn't remember how to take back the one
  // statement (`or fail`).
  async insertRows(writing, { table, columns }, rows, conflict = '') {
    for (const chunk of chunksOf(rows)) {
      const row = `(${chunk[0]?.map(() => '?').join(', ')})`;
      const text = `insert or fail into ${table} (${columns}) values ${chunk.map(() => row).join(', ')} ${conflict}`;
      await writing.executeQuery(CompiledQuery.raw(text, chunk.flat()));
    }
  },
  // SQLite reads JSON more quickly than it is given values.
  insertReferences: insertReferencesAsJson,
  // All at once and in the order of the numbers: whatever else is run in between, and every number that is less
  // than the last, makes SQLite write out what waits in its memory as a piece of the index, and pieces have to
  // be merged.
  async indexWords(writing, ranges) {
    const rows = [...ranges].map(
      ([table, its]) => sql`
        select ${rowidOf(table, sql`facts.number`)} as number, facts.terms, ${sql.lit(table)} as type
        from json_each(${JSON.stringify(its)}) as ranges cross join ${sql.table(table)} as facts
        on facts.number >= ranges.value ->> 0 and facts.number < ranges.value ->> 1`,
    );
    const { numAffectedRows = 0n } = await sql`
      insert into search_terms (rowid, terms, type)
      select number, terms, type from (${sql.join(rows, sql` union all `)}) order by number
    `.execute(writing);
    return Number(numAffectedRows);
  },
  async forgetWords(writing, numbers) {
    const { numAffectedRows = 0n } = await sql`
      delete from search_terms where ${writing.dialect.isAmong(sql`rowid`, numbers)}
    `.execute(writing);
    return Number(numAffectedRows);
  },
};

function* chunksOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let done = 0, size = mostRows; done < items.length; done += size) {
    while (size > items.length - done) size /= 2;
    yield items.slice(done, done + size);
  }
}
