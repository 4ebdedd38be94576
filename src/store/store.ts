import type { Asker } from './fair-turns.ts';
import type { Answers, Question } from './read/answer.ts';
import type { Reading } from './read/reading.ts';
import type { State } from './read/state.ts';
import type { Writing } from './write/writing.ts';

/** The facts in a database. Nothing outside this folder knows which engine keeps them. */
export interface Store {
  /** True where the file, or its disk, can't be written. */
  readonly readOnly: boolean;
  /** Where another thread can open it: a path or an address; null where it is in this one's memory. */
  readonly location: string | null;
  /** @throws StoreError where the database isn't what was opened, or is damaged: it says what to do */
  check(): void;
  /**
   * Answers a plan, from one state: at once, or, what takes longer than others should wait, beside them.
   * @throws Overloaded where too many wait for such answers already, and this asker has the most of them
   * @throws Abandoned where it was dropped
   */
  ask<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
    options?: AskOptions,
  ): Promise<Answers[Name]['answer']>;
  /** Runs queries that see one state. */
  read<Result>(work: (reading: Reading) => Promise<Result>, asker?: Asker): Promise<Result>;
  /** The content as it is now, for who takes long to read it. */
  takeSnapshot(): Promise<Snapshot>;
  /** What another thread needs to take one for itself: see `takeSnapshotOf`. */
  shareWithThread(): Promise<SharedSource>;
  /** Runs queries in one transaction; all of it is kept, or nothing if `work` throws. */
  write<Result>(work: (writing: Writing) => Promise<Result>): Promise<Result>;
  /**
   * The same for work that inserts more than there is. Reading waits meanwhile.
   * @param distinct tables in which no id is looked for, or inserted twice, before the work makes indexes
   */
  writeBulk<Result>(work: BulkWork<Result>, distinct?: readonly string[]): Promise<Result>;
  /** Counts the committed changes of content, those of other processes included. Asks the database. */
  revision(): Promise<number>;
  /** Tells the content as it is from every other state, one that was put back in its place too. Asks the database. */
  mark(): Promise<string>;
  /** The mark without asking, where this turn of the event loop has asked and nothing was written since. */
  knownMark(): string | undefined;
  /** By what they are for, the connections to a server; empty of an engine that needs none. */
  connections(): Readonly<Record<string, ConnectionUse>>;
  /** The servers that are read from, by what they are for; empty of an engine that needs none. Asks them. */
  servers(): Promise<Readonly<Record<string, ServerState>>>;
  close(): Promise<void>;
}

export interface AskOptions {
  /** Called with the state that it is answered from. */
  tell?: ((state: State) => void) | undefined;
  /** Whoever it is for: what hasn't begun before they go is dropped. */
  asker?: Asker | undefined;
  /** A revision that whoever asks was shown, maybe by another server: the state isn't an older one. */
  atLeast?: number | undefined;
}

export interface ConnectionUse {
  open: number;
  /** Of the open ones, those that nobody uses. */
  idle: number;
  /** How many wait for one. */
  waiting: number;
}

/** The one server that is used of all that an address names. */
export interface ServerState {
  /** With its port, or the folder of its socket. */
  host: string;
  /** As it says itself; null where it can't be reached. */
  role: 'primary' | 'standby' | null;
  revision: number | null;
  /** What it lacks of the primary's content, and how long ago the first of that was stored; null where nobody can say. */
  lag: { revisions: number; seconds: number } | null;
}

/** Where the content is: in a file, or, of a database in memory, as the bytes that it would have in one. */
export type SharedSource = { location: string } | { bytes: Uint8Array };

/** One state of the content, read bit by bit while others read and write. It costs until it is closed. */
export interface Snapshot {
  read<Result>(work: (reading: Reading) => Promise<Result>): Promise<Result>;
  ask<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
  ): Promise<Answers[Name]['answer']>;
  close(): Promise<void>;
}

/** Work that inserts very much. Indexes are made behind it, or as soon as it asks for them. */
export type BulkWork<Result> = (
  writing: Writing,
  makeIndexes: () => Promise<void>,
) => Promise<Result>;
