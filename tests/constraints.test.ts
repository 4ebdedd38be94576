import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createBundleLoader } from '../src/bundle/load.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { migrate } from '../src/store/sqlite/migrate.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { bundleOf } from './support/article.ts';

const loader = createBundleLoader(factTypes);
const migrations = readMigrations(inPackage('migrations/sqlite'));

interface Column {
  name: string;
  type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  notnull: 0 | 1;
}

/** What the tables themselves demand of each of their columns. */
function readConstraints(): Map<string, Map<string, Column>> {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  migrate(database, migrations);
  const names = ['articles', ...factTypes.map(({ name }) => name)];
  return new Map(
    names.map((table) => {
      const columns = database.pragma(`table_info(${table})`) as Column[];
      return [table, new Map(columns.map((column) => [column.name, column]))];
    }),
  );
}

/** Every copy of a bundle in which one value is another, or is missing. */
function* mutationsOf(bundle: object): Generator<{ change: string; mutated: object }> {
  const others = [undefined, null, '', ' ', 'x', 0, -1, 1.5, true, [], {}, { de: 'Etwas' }];
  for (const path of pathsOf(bundle))
    for (const other of others) {
      const mutated = structuredClone(bundle) as Record<string, unknown>;
      const last = path.at(-1) ?? '';
      const parent = path.slice(0, -1).reduce((node, key) => node[key] as typeof mutated, mutated);
      if (other === undefined) delete parent[last];
      else parent[last] = other;
      yield { change: `/${path.join('/')} is ${JSON.stringify(other)}`, mutated };
    }
}

function pathsOf(node: unknown): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [
    [key],
    ...pathsOf(child).map((path) => [key, ...path]),
  ]);
}

test('what the tables would refuse, the check refuses: whatever value of a bundle is another', async () => {
  const constraints = readConstraints();
  const store = openStore(':memory:', migrations);
  onTestFinished(() => store.close());
  let [taken, refused] = [0, 0];
  for (const { change, mutated } of mutationsOf(bundleOf('a'))) {
    const { bundle } = loader.read(mutated);
    if (bundle === null) {
      refused++;
      continue;
    }
    taken++;
    const { columns, facts } = loader.prepare(bundle);
    const tables = [
      { table: 'articles', columns: Object.keys(columns), rows: [Object.values(columns)] },
      ...facts,
    ];
    for (const { table, columns, rows } of tables)
      for (const row of rows)
        for (const [index, cell] of row.entries()) {
          const column = constraints.get(table)?.get(columns[index] ?? '');
          expect(column && fits(column, cell), `${change}: ${table}.${columns[index]}`).toBe(true);
        }
    const stored = store.write(async (queries) => {
      await loader.load(queries, mutated);
      return loader.remove(queries, bundle.article.id);
    });
    await expect(stored, change).resolves.toBe(true);
  }
  expect(taken).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1000);
});

function fits({ type, notnull }: Column, cell: unknown): boolean {
  if (cell === null) return notnull === 0;
  if (type === 'TEXT') return typeof cell === 'string';
  return (
    typeof cell === 'number' && (type === 'REAL' ? !Number.isNaN(cell) : Number.isInteger(cell))
  );
}
