import Database from 'better-sqlite3';
import type { ColumnShape, TableShape, TablesWriter } from '../tables.ts';

/**
 * Creates a file of plain tables at `path`. They are not STRICT and there is nothing else that only new
 * versions of SQLite read. Every table says in comments what its columns are.
 * @param version of the tables' shape, as `user_version`
 */
export function createTablesFile(
  path: string,
  tables: readonly TableShape[],
  version: number,
): TablesWriter {
  const database = new Database(path);
  // Nobody reads it before it is whole, and nothing is to be saved of a part.
  database.pragma('journal_mode = OFF');
  // Nothing is looked for beside the file, whose name may be gone while it is written.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  database.pragma(`user_version = ${version}`);
  database.exec('BEGIN');
  for (const table of tables) database.exec(createTable(table));
  const inserts = new Map(
    tables.map((table) => [table.name, database.prepare(insertInto(table))] as const),
  );
  return {
    insert(table, rows) {
      const insert = inserts.get(table);
      for (const row of rows) insert?.run(...row);
    },
    finish() {
      for (const table of tables) for (const index of createIndexes(table)) database.exec(index);
      database.exec('COMMIT');
      database.close();
    },
    abandon: () => database.close(),
  };
}

function createTable({ name, about, columns, key }: TableShape): string {
  const isOnly = (column: string) => key.length === 1 && key[0] === column;
  const lines = Object.entries(columns).map(([column, shape]) => [
    declare(column, shape, isOnly(column)),
    shape.about,
  ]);
  if (key.length > 1) lines.push([`PRIMARY KEY (${key.map(quote).join(', ')})`, '']);
  const body = lines.map(([declaration, comment], index) => {
    const comma = index < lines.length - 1 ? ',' : '';
    return `  ${declaration}${comma}${comment ? ` -- ${comment}` : ''}`;
  });
  return `CREATE TABLE ${quote(name)} ( -- ${about}\n${body.join('\n')}\n)`;
}

function declare(name: string, { type, references }: ColumnShape, isKey: boolean): string {
  return [
    quote(name),
    type,
    isKey && 'PRIMARY KEY',
    references && `REFERENCES ${quote(references)} (id)`,
  ]
    .filter(Boolean)
    .join(' ');
}

function insertInto({ name, columns }: TableShape): string {
  const places = Object.keys(columns).map(() => '?');
  return `INSERT INTO ${quote(name)} VALUES (${places.join(', ')})`;
}

/** What refers to another table is looked for from there. */
function createIndexes({ name, columns, key }: TableShape): string[] {
  return Object.entries(columns)
    .filter(([column, it]) => (it.indexed || it.references) && key[0] !== column)
    .map(
      ([column]) =>
        `CREATE INDEX ${quote(`${name}_by_${column}`)} ON ${quote(name)} (${quote(column)})`,
    );
}

function quote(name: string): string {
  return `"${name}"`;
}
