import type Database from 'better-sqlite3';

/** So many faults are told of each kind: one alone is reason enough to put a copy back. */
const most = 3;

/** What is wrong with pages, indexes, constraints and the index of words. Reads the whole file, and keeps a bit a page. */
export function findDamagedPages(database: Database.Database): string[] {
  const rows = database.pragma(`integrity_check(${most})`) as { integrity_check: string }[];
  const lines = rows.flatMap((row) => row.integrity_check.split('\n'));
  return lines.filter((line) => line !== 'ok');
}

/** Rows that refer to one that isn't there. */
export function findBrokenReferences(database: Database.Database): string[] {
  const broken: string[] = [];
  const rows = database.prepare<[], { table: string; rowid: number | null; parent: string }>(
    'pragma foreign_key_check',
  );
  for (const { table, parent } of rows.iterate()) {
    broken.push(`a row of ${table} refers to one of ${parent} that isn’t there`);
    if (broken.length === most) break;
  }
  return broken;
}
