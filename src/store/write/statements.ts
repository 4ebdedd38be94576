import { allOf } from '../all-of.ts';
import type { SharedRecord, Statement } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { SharedTable } from './shared.ts';
import type { Writing } from './writing.ts';

/**
 * The table `statements` while articles are stored: what they change in it waits in memory, and is written
 * together; what may make a conflict is known as it will be then.
 */
export interface Statements {
  /** Reads what is stated of these in the fields that may make a conflict. */
  read(reading: Reading, records: readonly SharedRecord[]): Promise<void>;
  /** Reads the same of all that they would lie in by what nobody states as yet: by what is stated already, no circle is new. */
  readWays(reading: Reading, records: readonly SharedRecord[]): Promise<void>;
  /** Notes that an article states these records, which were read, once more (1) or no more (-1). */
  note(records: readonly SharedRecord[], change: 1 | -1): void;
  /** In a field that may make a conflict, the keys that some article states of a fact that was read. */
  keysOf(table: string, id: string, field: string): string[];
  /** The keys that a record, which was read, has in such a field, and nobody states as yet. */
  newKeysOf(record: SharedRecord, field: string): string[];
  /** How many changes wait. */
  size(): number;
  write(writing: Writing): Promise<void>;
  /** By table, the ids of all facts that were ever noted. */
  touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A shared fact of which something was read or noted. */
interface Known {
  table: string;
  id: string;
  /** By field and key, how many articles state it: in fields that may make a conflict. */
  stated: Map<string, Map<string, number>>;
  /** By field, key and value, how many more articles state it than the table says, or how many fewer. */
  changes: Map<string, number>;
}

export function createStatements(shared: readonly SharedTable[]): Statements {
  const fields = new Map(
    shared.map(({ table, agreed, chains }) => [table, new Set([...agreed, ...chains])]),
  );
  const touched = new Map(shared.map(({ table }) => [table, new Set<string>()]));
  let known = new Map<string, Known>();
  let size = 0;
  return { read, readWays, note, keysOf, newKeysOf, size: () => size, write, touched };

  async function read(reading: Reading, records: readonly SharedRecord[]): Promise<void> {
    await allOf(
      shared.map(({ table }) => {
        const its = records.filter((record) => record.table === table);
        return readThese(
          reading,
          table,
          its.map(({ id }) => id),
        );
      }),
    );
  }

  async function readWays(reading: Reading, records: readonly SharedRecord[]): Promise<void> {
    for (const { table, chains } of shared) {
      const met = new Set<string>();
      let ids = records.flatMap((record) =>
        record.table === table ? chains.flatMap((field) => newKeysOf(record, field)) : [],
      );
      // What a fact lies in may lie in others.
      while (ids.length > 0) {
        for (const id of ids) met.add(id);
        await readThese(reading, table, ids);
        const next = ids.flatMap((id) => chains.flatMap((field) => keysOf(table, id, field)));
        ids = [...new Set(next)].filter((id) => !met.has(id));
      }
    }
  }

  function newKeysOf({ table, id, statements }: SharedRecord, field: string): string[] {
    const stated = keysOf(table, id, field);
    return statements.flatMap(([name, key]) =>
      name === field && !stated.includes(key) ? [key] : [],
    );
  }

  async function readThese(
    reading: Reading,
    table: string,
    given: readonly string[],
  ): Promise<void> {
    const ids = [...new Set(given)].filter((id) => !known.has(`${table}/${id}`));
    for (const id of ids)
      known.set(`${table}/${id}`, { table, id, stated: new Map(), changes: new Map() });
    if (ids.length === 0) return;
    const { isAmong } = reading.dialect;
    const names = [...(fields.get(table) ?? [])];
    const rows = await reading.rows<{ id: string; field: string; key: string; count: number }>(sql`
      select id, field, key, count from statements
      where type = ${table} and ${isAmong(sql.ref('field'), names)} and ${isAmong(sql.ref('id'), ids)}
    `);
    for (const { id, field, key, count } of rows) countKey(`${table}/${id}`, field, key, count);
  }

  function countKey(fact: string, field: string, key: string, change: number): void {
    const keys = known.get(fact)?.stated.getOrInsertComputed(field, () => new Map());
    keys?.set(key, (keys.get(key) ?? 0) + change);
  }

  function note(records: readonly SharedRecord[], change: 1 | -1): void {
    for (const { table, id, statements } of records) {
      const fact = `${table}/${id}`;
      const changes = known.get(fact)?.changes;
      if (changes === undefined) throw new Error(`what is stated of ${fact} was not read`);
      touched.get(table)?.add(id);
      for (const [field, key, value, count] of statements) {
        // NUL stands in none of them.
        const words = `${field}\0${key}\0${value}`;
        const before = changes.get(words);
        if (before === undefined) size++;
        changes.set(words, (before ?? 0) + change * count);
        if (fields.get(table)?.has(field)) countKey(fact, field, key, change * count);
      }
    }
  }

  function keysOf(table: string, id: string, field: string): string[] {
    const keys: string[] = [];
    for (const [key, count] of known.get(`${table}/${id}`)?.stated.get(field) ?? [])
      if (count > 0) keys.push(key);
    return keys;
  }

  async function write(writing: Writing): Promise<void> {
    const rows = [...known.values()]
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .flatMap(({ table, id, changes }) =>
        Array.from(changes, ([words, count]): StatementRow => {
          const [field = '', key = '', value = ''] = words.split('\0');
          return [table, id, field, key, value, count];
        }),
      );
    known = new Map();
    size = 0;
    const { indexed, rowsIn } = writing.dialect;
    const apart = (from = '') => [
      ...['type', 'id', 'field'].map((column) => from + column),
      ...['key', 'value'].map((column) => indexed(from + column)),
    ];
    const fewer = JSON.stringify(rows.filter((row) => row[5] < 0));
    const rowsOfFewer = sql`${rowsIn(columns, fewer)} as fewer`;
    const takeAway =
      fewer === '[]'
        ? []
        : [
            sql`
              update statements set count = statements.count + fewer.count from ${rowsOfFewer}
              where (${sql.raw(`${apart('statements.')}`)}) = (${sql.raw(`${apart('fewer.')}`)})`,
            sql`
              delete from statements where (${sql.raw(`${apart()}`)}) in (
                select ${sql.raw(`${apart()}`)} from ${rowsOfFewer}
              ) and count = 0`,
          ];
    await allOf([
      writing.insertRows(
        { table: 'statements', columns: Object.keys(columns) },
        rows.filter((row) => row[5] > 0),
        `on conflict (${apart()}) do update set count = statements.count + excluded.count`,
      ),
      ...takeAway.map(writing.run),
    ]);
  }
}

type StatementRow = [type: string, id: string, ...statement: Statement];

const columns = {
  type: 'text',
  id: 'text',
  field: 'text',
  key: 'text',
  value: 'text',
  count: 'integer',
} as const;
