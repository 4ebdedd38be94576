import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { factTypes } from '../../src/resources.ts';

/** No page, index or reference of it is damaged. */
export function expectSound(path: string): void {
  const database = new Database(path);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
}

/** The number of articles that are stored, each with all that its bundle states. */
export function countWhole(path: string): number {
  const database = new Database(path);
  const count = (table: string) =>
    Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const stated = (name: string) =>
    Number(
      database
        .prepare(`SELECT coalesce(sum(document ->> '$.counts.${name}'), 0) FROM articles`)
        .pluck()
        .get(),
    );
  for (const { name, sharing } of factTypes)
    if (sharing === undefined) expect(count(name), name).toBe(stated(name));
  expect(count('mentions')).toBe(stated('mentions'));
  const articles = count('articles');
  database.close();
  return articles;
}
