import { CompiledQuery } from 'kysely';
import type { SharedRecord, Statement } from '../article.ts';
import { insertRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** What articles that were stored or removed change in `statements`, until it is written there. */
export interface Pending {
  /** Notes that an article states a record, once more (1) or no more (-1). */
  note(record: SharedRecord, change: 1 | -1): void;
  /** How many statements wait. */
  size(): number;
  write(writing: Writing): Promise<void>;
  /** By table, the ids of all that was ever noted. */
  touched: ReadonlyMap<string, ReadonlySet<string>>;
}

export function createPending(): Pending {
  const touched = new Map<string, Set<string>>();
  /** By table and id, then by the words of the statement. */
  let changes = new Map<string, Change>();
  let size = 0;
  return {
    touched,
    note({ table, id, statements }, sign) {
      touched.getOrInsertComputed(table, () => new Set()).add(id);
      const { counts } = changes.getOrInsertComputed(`${table}/${id}`, () => ({
        table,
        id,
        counts: new Map(),
      }));
      for (const [field, key, value, count] of statements) {
        // NUL stands in none of them.
        const words = `${field}\0${key}\0${value}`;
        const before = counts.get(words);
        if (before === undefined) size++;
        counts.set(words, (before ?? 0) + sign * count);
      }
    },
    size: () => size,
    async write(writing) {
      const rows = [...changes.values()]
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .flatMap(({ table, id, counts }) =>
          Array.from(counts, ([words, count]): StatementRow => {
            const [field = '', key = '', value = ''] = words.split('\0');
            return [table, id, field, key, value, count];
          }),
        );
      changes = new Map();
      size = 0;
      await insertRows(
        writing,
        'statements (type, id, field, key, value, count)',
        rows.filter((row) => row[5] > 0),
        'on conflict (type, id, field, key, value) do update set count = count + excluded.count',
      );
      const fewer = JSON.stringify(rows.filter((row) => row[5] < 0));
      await runWith(writing, lessen, fewer);
      await runWith(writing, forget, fewer);
    },
  };
}

interface Change {
  table: string;
  id: string;
  counts: Map<string, number>;
}

type StatementRow = [type: string, id: string, ...statement: Statement];

const columns = ['type', 'id', 'field', 'key', 'value'];
const lessen = `
  update statements set count = statements.count + (fewer.value ->> 5)
  from json_each(?) as fewer
  where ${columns.map((name, place) => `statements.${name} = fewer.value ->> ${place}`).join(' and ')}`;
const forget = `
  delete from statements where (${columns.join(', ')}) in (
    select ${columns.map((_, place) => `value ->> ${place}`).join(', ')} from json_each(?)
  ) and count = 0`;

async function runWith(writing: Writing, text: string, rows: string): Promise<void> {
  if (rows !== '[]') await writing.executeQuery(CompiledQuery.raw(text, [rows]));
}
