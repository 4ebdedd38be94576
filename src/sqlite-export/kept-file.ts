import { setTimeout as wait } from 'node:timers/promises';
import { diskFull, unavailable } from '../http/problems.ts';
import { isBusy, isFull } from '../store/store-error.ts';
import { type NamelessFile, writeNameless } from './nameless-file.ts';

/** How long a file may take to be made, how long who asks for it waits, and how long it is kept unused; and how many there are. */
export interface Limits {
  makingMs: number;
  waitingMs: number;
  unusedMs: number;
  files: number;
}

export const usualLimits: Limits = {
  makingMs: 600_000,
  waitingMs: 50_000,
  unusedMs: 600_000,
  files: 3,
};

/** A file with the content of one state. */
interface Kept {
  mark: string;
  file: NamelessFile;
}

/** The last file that was made, for as long as the content stays. */
export interface KeptFile {
  /**
   * The file with that state, or a later one.
   * @returns the file, and what is to be called when it has been read
   */
  take(mark: string): Promise<Kept & { leave: () => void }>;
  close(): Promise<void>;
}

interface Held extends Kept {
  readers: number;
  isOld: boolean;
  unused?: NodeJS.Timeout;
}

/** @param write writes all content at a path, until it is told to end; says when it has opened it; gives the mark of its state */
export function keepFile(
  write: (path: string, signal: AbortSignal, opened: () => void) => Promise<string>,
  limits: Limits = usualLimits,
): KeptFile {
  const held = new Set<Held>();
  const closing = new AbortController();
  let current: Held | null = null;
  let making: Promise<Held> | null = null;

  return {
    take: async (mark) => use(await inTime(find(mark))),
    async close() {
      closing.abort();
      await making?.catch(() => {});
      await Promise.all([...held].map(drop));
    },
  };

  async function find(mark: string): Promise<Held> {
    if (current?.mark === mark) return current;
    // What is being made may be of a state before that one.
    await making?.catch(() => {});
    if (current?.mark === mark) return current;
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  }

  /** One at a time. */
  async function make(): Promise<Held> {
    if (current !== null) retire(current);
    const isRead = [...held].filter(({ readers }) => readers > 0);
    if (isRead.length >= limits.files - 1)
      throw unavailable('Older files are still being read, and there is no room for one more.');
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(limits.makingMs)]);
    try {
      const { file, result } = await writeNameless((path, opened) => write(path, signal, opened));
      const made: Held = { mark: result, file, readers: 0, isOld: false };
      held.add(made);
      current = made;
      keepUnused(made);
      return made;
    } catch (error) {
      if (isFull(error)) throw diskFull();
      if (isBusy(error)) throw unavailable('Another process is loading into the database.');
      if (signal.aborted) throw unavailable('The file could not be made in time.');
      throw error;
    }
  }

  async function inTime(found: Promise<Held>): Promise<Held> {
    const ended = new AbortController();
    const late = wait(limits.waitingMs, undefined, { signal: ended.signal }).then(() => {
      throw unavailable('The file is still being made: ask for it again.');
    });
    try {
      return await Promise.race([found, late]);
    } finally {
      ended.abort();
      late.catch(() => {});
    }
  }

  function use(it: Held): Kept & { leave: () => void } {
    it.readers++;
    clearTimeout(it.unused);
    return {
      mark: it.mark,
      file: it.file,
      leave() {
        it.readers--;
        if (it.readers > 0) return;
        if (it.isOld) retire(it);
        else keepUnused(it);
      },
    };
  }

  function keepUnused(it: Held): void {
    it.unused = setTimeout(() => retire(it), limits.unusedMs).unref();
  }

  function retire(it: Held): void {
    it.isOld = true;
    if (current === it) current = null;
    // Whoever has found it in this turn is about to read it.
    setImmediate(() => {
      if (it.readers === 0) drop(it);
    });
  }

  async function drop(it: Held): Promise<void> {
    clearTimeout(it.unused);
    if (held.delete(it)) await it.file.close();
  }
}
