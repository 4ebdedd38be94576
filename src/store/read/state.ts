import { randomUUID } from 'node:crypto';
import { sql } from '../sql.ts';
import type { Reading } from './reading.ts';
import type { Runner } from './runner.ts';

/** A state of the content, told from every other one, of other databases and of copies of this one too. */
export interface State {
  /** Of the database. It is a secret, since cursors are sealed with it. */
  identity: string;
  /** How many changes of content were committed. */
  revision: number;
  /** What no other state has. */
  mark: string;
  /** Whether it may soon answer otherwise: words are being made anew. */
  isPassing: boolean;
}

type Marked = Pick<State, 'revision' | 'mark'>;

/** Without the secret. */
export async function selectMarked(reading: Reading): Promise<Marked> {
  const rows = await reading.rows<Marked>(sql`select revision, mark from state`);
  return rows[0] ?? { revision: 0, mark: '' };
}

/** The mark with the version of the words; while these are made anew, never the same. */
export async function selectMarkWithWords(reading: Reading): Promise<string> {
  const rows = await reading.rows<{ mark: string; version: number }>(sql`
    select mark, terms_version as version from state
  `);
  const { mark, version } = rows[0] ?? { mark: '', version: 0 };
  return version < 0 ? randomUUID() : `${mark} ${version}`;
}

export async function selectState(runner: Runner): Promise<State> {
  const [row = []] = await runner.rows('state', () => sql`select ${stateColumns} from state`, {});
  return toState(row);
}

/** What `toState` takes the values of, in that order. */
export const stateColumns = sql`state.identity, state.revision, state.mark, state.terms_version`;

export function toState([identity, revision, mark, termsVersion]: readonly unknown[]): State {
  return {
    identity: String(identity),
    revision: Number(revision),
    mark: String(mark),
    isPassing: Number(termsVersion) < 0,
  };
}

/**
 * The mark that the content had at a revision; null where it never was there. A copy that is put back has
 * the marks up to then; what comes after it has others than what came after it before.
 */
export async function selectMarkAt(
  runner: Runner,
  { revision }: { revision: number },
): Promise<string | null> {
  if (revision === 0) return '';
  const [row] = await runner.rows(
    'mark',
    () => sql`select mark from changes where revision = ${runner.dialect.valueIn('revision')}`,
    { revision },
  );
  return row === undefined ? null : String(row[0]);
}
