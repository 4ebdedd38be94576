import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { unpackRecords } from '../packed.ts';
import { count } from './check-content.ts';
import { judge, type Result } from './finding.ts';

/**
 * Whether what is counted of shared facts is what the articles add to it, all of it: both are summed up, each
 * statement as often as it is made, as numbers that are hardly ever the same for others.
 */
export function checkStatements(database: Database.Database): Result {
  let records = 0;
  let stated = 0n;
  const articles = database.prepare<[], Uint8Array>('select statements from articles').pluck();
  for (const packed of articles.iterate())
    for (const { table, id, statements } of unpackRecords(packed)) {
      records++;
      for (const [field, key, value, times] of statements)
        stated += numberOf(table, id, field, key, value) * BigInt(times);
    }
  let counted = 0n;
  let rows = 0;
  const statements = database
    .prepare<[], [string, string, string, string, string, number]>(
      'select type, id, field, key, value, count from statements',
    )
    .raw();
  for (const [type, id, field, key, value, times] of statements.iterate()) {
    rows++;
    counted += numberOf(type, id, field, key, value) * BigInt(times);
  }
  const faults: string[] = [];
  if (counted !== stated)
    faults.push('what is counted of actors and places is not what the articles state');
  const found = count(database, 'records');
  if (found !== records)
    faults.push(`the articles have records of ${records} shared facts, ${found} are there`);
  return judge(faults, `${rows} statements are counted as ${records} records make them`);
}

function numberOf(...statement: string[]): bigint {
  return hash('sha256', statement.join('\0'), 'buffer').readBigUInt64LE();
}
