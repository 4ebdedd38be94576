import type { SharedRecord } from '../article.ts';
import type { Queries } from '../connection.ts';
import { runAmong } from './rows.ts';
import type { SharedTable } from './shared.ts';

/**
 * What articles say of shared facts in the fields that may make a conflict: in memory, what waits to be
 * written included.
 */
export interface Said {
  /** Reads what is said of these, and of all that they lie in, unless it is known already. */
  read(queries: Queries, records: readonly SharedRecord[]): Promise<void>;
  /** Notes that an article states a record, once more (1) or no more (-1). */
  note(record: SharedRecord, change: 1 | -1): void;
  /** The keys that some article states of a fact that was read. */
  keysOf(table: string, id: string, field: string): string[];
}

/** By field and key, how many articles state it. */
type Counts = Map<string, Map<string, number>>;

/** The statements as they are in the table have to be all: what waits is to be noted here. */
export function createSaid(shared: readonly SharedTable[]): Said {
  const known = new Map(shared.map(({ table }) => [table, new Map<string, Counts>()]));
  const fields = new Map(
    shared.map(({ table, agreed, chains }) => [table, new Set([...agreed, ...chains])]),
  );
  const add = (counts: Counts, field: string, key: string, count: number) => {
    const ofField = counts.getOrInsertComputed(field, () => new Map());
    ofField.set(key, (ofField.get(key) ?? 0) + count);
  };
  return {
    async read(queries, records) {
      for (const { table, chains } of shared) {
        let ids = records.filter((record) => record.table === table).map(({ id }) => id);
        // Upwards: what a fact lies in, then what that lies in.
        while (ids.length > 0) {
          await readThese(queries, table, ids);
          ids = ids.flatMap((id) => chains.flatMap((field) => this.keysOf(table, id, field)));
          ids = [...new Set(ids)].filter((id) => !known.get(table)?.has(id));
        }
      }
    },
    note({ table, id, statements }, change) {
      const counts = known.get(table)?.get(id);
      if (counts === undefined) throw new Error(`what is said of ${table}/${id} was not read`);
      for (const [field, key, , count] of statements)
        if (fields.get(table)?.has(field)) add(counts, field, key, change * count);
    },
    keysOf(table, id, field) {
      const keys = known.get(table)?.get(id)?.get(field) ?? [];
      return [...keys].flatMap(([key, count]) => (count > 0 ? [key] : []));
    },
  };

  async function readThese(queries: Queries, table: string, ids: readonly string[]) {
    const ofTable = known.get(table);
    const unknown = [...new Set(ids)].filter((id) => !ofTable?.has(id));
    for (const id of unknown) ofTable?.set(id, new Map());
    const names = [...(fields.get(table) ?? [])];
    const rows = await runAmong<{ id: string; field: string; key: string; count: number }>(
      queries,
      `select id, field, key, count from statements
      where type = ? and field in (${names.map(() => '?')}) and id in`,
      [table, ...names],
      unknown,
    );
    for (const { id, field, key, count } of rows) {
      const counts = ofTable?.get(id);
      if (counts !== undefined) add(counts, field, key, count);
    }
  }
}
