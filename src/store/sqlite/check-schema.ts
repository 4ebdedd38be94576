import Database from 'better-sqlite3';
import type { Migration } from '../migrations.ts';
import { StoreError } from '../store-error.ts';
import { judge, type Result } from './finding.ts';
import { migrate, pendingMigrations } from './migrate.ts';

/** Whether the database has had all migrations, and has what they make: tables, indexes, triggers. */
export function checkSchema(database: Database.Database, migrations: readonly Migration[]): Result {
  let pending: { name: string }[];
  try {
    pending = pendingMigrations(database, migrations);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { detail: 'is another version’s', remedy: error.message };
  }
  const [next] = pending;
  if (next !== undefined)
    return {
      detail: `has not had migration ${next.name} yet`,
      remedy: 'take a backup, then start this version’s server: it migrates',
    };
  const expected = new Database(':memory:');
  try {
    migrate(expected, migrations);
    const [wanted, found] = [describe(expected), describe(database)];
    const missing = [...wanted]
      .filter((it) => !found.has(it))
      .map((it) => `${nameOf(it)} is missing`);
    const others = [...found]
      .filter((it) => !wanted.has(it))
      .map((it) => `${nameOf(it)} is not of this version`);
    return judge([...missing, ...others], `as of ${migrations.at(-1)?.name}`);
  } finally {
    expected.close();
  }
}

/** Everything of the schema, with how it is declared; but what the engine itself makes to plan queries by. */
function describe(database: Database.Database): Set<string> {
  const rows = database
    .prepare<[], string>(
      "select type || ' ' || name || char(10) || coalesce(sql, '') from sqlite_schema where name not like 'sqlite_stat%'",
    )
    .pluck()
    .all();
  return new Set(rows);
}

function nameOf(described: string): string {
  return described.slice(0, described.indexOf('\n'));
}
