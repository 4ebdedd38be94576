import { constants, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cores, Place } from './machine.ts';

export const engineNames = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engineNames)[number];

export const titles: Record<EngineName, string> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** A database that is kept for later runs, or one of this run alone. */
export interface Database {
  name: string;
  isKept: boolean;
}

/** Makes databases of one kind, and copies and removes them. */
export interface Engine {
  readonly name: EngineName;
  /** As DATABASE_URL has it. */
  urlOf(database: Database): string;
  /** An empty one, in place of what was there. */
  create(database: Database): Promise<void>;
  copy(from: Database, to: Database): Promise<void>;
  remove(database: Database): Promise<void>;
  /** On which cores its own processes run from now on, where it has any. */
  runOn(place: Place): Promise<void>;
  close(): Promise<void>;
}

export interface EngineParts {
  /** What is kept is there. */
  cache: string;
  /** Is removed at the end. */
  folder: string;
  cores: Cores | null;
}

export async function openEngine(name: EngineName, parts: EngineParts): Promise<Engine> {
  if (name === 'sqlite') return sqlite(parts);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(parts);
}

function sqlite({ cache, folder }: EngineParts): Engine {
  const pathOf = ({ name, isKept }: Database) => join(isKept ? cache : folder, `${name}.db`);
  const remove = async (database: Database) => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(pathOf(database) + suffix, { force: true });
  };
  return {
    name: 'sqlite',
    urlOf: (database) => `file:${pathOf(database)}`,
    create: remove,
    copy: async (from, to) => copyFileSync(pathOf(from), pathOf(to), constants.COPYFILE_FICLONE),
    remove,
    runOn: async () => {},
    close: async () => {},
  };
}
