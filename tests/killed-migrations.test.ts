import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { bundleOf } from './support/article.ts';
import { databaseOf } from './support/database.ts';

/** The first value of a query, of a file in which no page is damaged. */
function selectFrom(path: string, sql: string): unknown {
  const database = new Database(path);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const value = database.prepare(sql).pluck().get();
  database.close();
  return value;
}

test('whenever a migration is killed, the schema is the old or the new one, and the next start completes it', async () => {
  const path = await databaseOf([bundleOf('a')]);
  const later = `create table later as with recursive numbers (n) as
    (select 1 union all select n + 1 from numbers where n < 400000) select n from numbers;
    create index later_n on later (n); update articles set terms = 'anew'`;
  const script = `
    import { openStore } from ${JSON.stringify(inPackage('src/store/sqlite/open.ts'))};
    import { readMigrations } from ${JSON.stringify(inPackage('src/store/migrations.ts'))};
    const migrations = readMigrations(${JSON.stringify(inPackage('migrations/sqlite'))});
    const store = openStore(${JSON.stringify(path)}, [
      ...migrations, { name: '0002-later.sql', sql: ${JSON.stringify(later)}, digest: 'later' }]);
    console.log('migrated');
    await store.close();`;
  const migrate = () =>
    spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const state = () => [
    selectFrom(path, 'select count(*) from migrations'),
    selectFrom(path, "select count(*) from sqlite_schema where name in ('later', 'later_n')"),
    selectFrom(path, "select terms = 'anew' from articles"),
  ];
  for (let round = 0; round < 4; round++) {
    const killed = migrate();
    const ended = once(killed, 'exit');
    const size = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    const isOver = () => killed.exitCode !== null;
    // In the middle of its writing, wherever that is.
    const enough = randomInt(1, 12_000_000);
    while (size() < enough && !isOver()) await setTimeout(1);
    killed.kill('SIGKILL');
    await ended;
    expect([
      [1, 0, 0],
      [2, 2, 1],
    ]).toContainEqual(state());
  }
  const [output] = await once(migrate().stdout, 'data');
  expect(String(output)).toBe('migrated\n');
  expect(state()).toEqual([2, 2, 1]);
}, 60_000);
