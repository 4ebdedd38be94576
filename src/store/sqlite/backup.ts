import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import type Database from 'better-sqlite3';
import { StoreError } from '../store-error.ts';
import { openDatabase } from './connection.ts';
import { isDamaged } from './errors.ts';
import { openOurs } from './file.ts';
import { writeAtomically } from './write-atomically.ts';

/** What a copy has. */
export interface BackedUp {
  revision: number;
  articles: number;
  bytes: number;
}

interface Options {
  /** Whether a file that is there is replaced. */
  replace: boolean;
  /** Ends it; nothing is left then. */
  signal: AbortSignal;
  /** Called with how many bytes are copied, of how many. */
  advance(done: number, all: number): void;
}

/** So many pages are copied at a time: a mebibyte. */
const pagesAtOnce = 256;

/**
 * Copies a database while others read and write it, from one state, and gives the copy its name once it is
 * checked and on the disk.
 * @throws StoreError which says what to do
 */
export async function backUp(path: string, to: string, options: Options): Promise<BackedUp> {
  const source = openOurs(path);
  try {
    // In one transaction all is read as it was at its beginning, and who writes doesn't make it begin anew.
    source.exec('begin');
    const bytes = sizeOf(source);
    const { state, counts } = await writeAtomically(
      to,
      { ...options, like: path, bytes },
      async (draft) => {
        const expected = await countAll(source, options.signal);
        await copyPages(source, draft, options);
        const letGo = await check(draft, expected, options.signal);
        return { result: expected, letGo };
      },
    );
    return { revision: Number(state.revision), articles: counts.articles ?? 0, bytes };
  } catch (cause) {
    if (isDamaged(cause) || isOfOtherShape(cause)) throw notWhole((cause as Error).message, cause);
    throw cause;
  } finally {
    source.close();
  }
}

function sizeOf(database: Database.Database): number {
  const pages = Number(database.pragma('page_count', { simple: true }));
  return pages * Number(database.pragma('page_size', { simple: true }));
}

async function copyPages(
  source: Database.Database,
  draft: string,
  { signal, advance }: Options,
): Promise<void> {
  await source.backup(draft, {
    progress({ totalPages, remainingPages }) {
      signal.throwIfAborted();
      const pageSize = sizeOf(source) / totalPages;
      advance((totalPages - remainingPages) * pageSize, totalPages * pageSize);
      return pagesAtOnce;
    },
  });
  const copy = openDatabase(draft, { readonly: false });
  try {
    // All is in one file then, which a read-only disk can have too.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** @returns what lets go of the copy: until then, nobody takes it for one that was left behind */
async function check(draft: string, expected: State, signal: AbortSignal): Promise<() => void> {
  const copy = openOurs(draft);
  try {
    copy.exec('begin');
    const found = await countAll(copy, signal);
    const damage = await findDamage(draft, signal);
    if (damage[0] !== undefined) throw notWhole(damage[0]);
    if (!isDeepStrictEqual(found, expected)) throw notWhole('a copy of it has other rows');
    return () => copy.close();
  } catch (error) {
    copy.close();
    throw error;
  }
}

async function findDamage(draft: string, signal: AbortSignal): Promise<string[]> {
  const checker = fileURLToPath(new URL('./check-copy.ts', import.meta.url));
  const options = { signal, killSignal: 'SIGKILL' } as const;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [checker, draft], options);
    return JSON.parse(stdout);
  } catch (cause) {
    signal.throwIfAborted();
    throw new StoreError('the copy could not be checked, and was removed: try again', { cause });
  }
}

interface State {
  /** What the table `state` has. */
  state: Record<string, unknown>;
  /** How many rows each table has. */
  counts: Record<string, number>;
}

async function countAll(database: Database.Database, signal: AbortSignal): Promise<State> {
  const state = database.prepare('select * from state').get() as State['state'] | undefined;
  if (state === undefined) throw notWhole('its table state has no row');
  const tables = database
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name",
    )
    .pluck()
    .all();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    counts[table] = Number(database.prepare(`select count(*) from "${table}"`).pluck().get());
    // A signal is noticed in between.
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return { state, counts };
}

/** A table that every version has is missing. */
function isOfOtherShape(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'SQLITE_ERROR';
}

function notWhole(why: string, cause?: unknown): StoreError {
  return new StoreError(
    `there is no backup, as what was read is not whole (${why}): \`article-facts doctor\` says whether the database is; where it is, check the disk of the copy`,
    { cause },
  );
}
