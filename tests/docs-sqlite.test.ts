import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { readPage } from './support/pages.ts';
import { withServer } from './support/server.ts';

test('the page on the SQLite export has every table and column, and its queries find something', async () => {
  const page = readPage('docs/sqlite.md');
  const { app } = await withServer('seed');
  const database = new Database((await app.inject('/v1/exports/article-facts.sqlite')).rawPayload);
  onTestFinished(() => void database.close());
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  const sections = page
    .split(/^### /m)
    .slice(1)
    .map((section) => /^(\w+)\n(.*)$/s.exec(section) ?? []);
  expect(sections.map(([, name]) => name).sort()).toEqual(names.sort());
  const described = database
    .prepare<[string, string], string>(
      'SELECT description FROM _columns WHERE table_name = ? AND column_name = ?',
    )
    .pluck();
  for (const [, name = '', table = ''] of sections) {
    const rows = [...table.matchAll(/^\| `(\w+)` \| (\w+)(?: → `(\w+)`)? \| (.*) \|$/gm)];
    const columns = database.pragma(`table_info(${name})`) as { name: string; type: string }[];
    expect(rows.map(([, column, type]) => [column, type])).toEqual(
      columns.map((it) => [it.name, it.type]),
    );
    const references = database.pragma(`foreign_key_list(${name})`) as Record<string, string>[];
    for (const [, column = '', , target, text] of rows) {
      expect(references.find(({ from }) => from === column)?.table, column).toBe(target);
      if (!name.startsWith('_')) expect(text).toBe(described.get(name, column));
    }
  }
  const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, query = '']) => query);
  expect(queries.length).toBeGreaterThan(2);
  for (const query of queries)
    expect(database.prepare(query).all().length, query).toBeGreaterThan(0);
});
