import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Migration } from '../migrations.ts';
import { isBusy, StoreError } from '../store-error.ts';
import { checkCounts, checkHistory, checkWords } from './check-content.ts';
import { checkDisk, checkLog, checkRights } from './check-place.ts';
import { checkSchema } from './check-schema.ts';
import { checkStatements } from './check-statements.ts';
import { openOurs } from './file.ts';
import { findBrokenReferences, findDamagedPages } from './find-damage.ts';
import { type Finding, judge, putBack, type Result, toFinding } from './finding.ts';

/** What this version expects of a database. */
export interface Expected {
  migrations: readonly Migration[];
  /** The tables of facts that belong to one article, and of those that articles share. */
  own: readonly string[];
  shared: readonly string[];
  /** By which rules words are made. */
  termsVersion: number;
}

type Check = (database: Database.Database, expected: Expected) => Result;

const ofFile: Readonly<Record<string, Check>> = {
  pages: (database) =>
    judge(findDamagedPages(database), 'every page, index and constraint is in order'),
  references: (database) =>
    judge(findBrokenReferences(database), 'no row refers to one that isn’t there'),
};

/** What they ask for is there only where the schema is this version's. */
const ofContent: Readonly<Record<string, Check>> = {
  history: checkHistory,
  counts: (database, { own, shared }) => checkCounts(database, own, shared),
  statements: checkStatements,
  words: (database, { own, shared, termsVersion }) =>
    checkWords(database, [...own, ...shared], termsVersion),
};

const ofPlace = { disk: checkDisk, log: checkLog, rights: checkRights };

/** How many findings there are of a database that can be opened, and has this version's schema. */
export const mostFindings = 2 + [ofFile, ofContent, ofPlace].flatMap(Object.keys).length;

/**
 * Looks at one state of a database, without changing it: one finding after the other. Everything is read, and
 * little of it kept in memory.
 */
export function* examine(path: string, expected: Expected): Generator<Finding> {
  let database: Database.Database;
  try {
    database = openFile(path);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return yield toFinding('file', { detail: 'can’t be used', remedy: error.message });
  }
  try {
    yield toFinding('file', { detail: `${path} has ${statSync(path).size} bytes, and is ours` });
    database.exec('begin');
    const run = (name: string, check: Check) =>
      toFinding(
        name,
        attempt(() => check(database, expected)),
      );
    const schema = run('schema', (_, { migrations }) => checkSchema(database, migrations));
    yield schema;
    for (const [name, check] of Object.entries({ ...ofFile, ...(schema.ok && ofContent) }))
      yield run(name, check);
    for (const [name, check] of Object.entries(ofPlace)) yield toFinding(name, check(path));
  } finally {
    database.close();
  }
}

function openFile(path: string): Database.Database {
  if (!existsSync(path))
    throw new StoreError(
      `${path} is not there: say by DATABASE_URL where the database is, or start a server, which makes one`,
    );
  if (!statSync(path).isFile()) throw new StoreError(`${path} is no file: choose another path`);
  return openOurs(path);
}

/** What can't even be read is a finding too: what is damaged may be anything. */
function attempt(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (isBusy(error)) throw error;
    return { detail: `can’t be read (${(error as Error).message})`, remedy: putBack };
  }
}
