import { statSync } from 'node:fs';
import { StoreError } from '../store-error.ts';

/** Says whether a database's file, and the log beside it, are still those that were opened. */
export interface StillThere {
  /** @throws StoreError where they aren't: what is written from then on would be gone at the next start */
  check(): void;
  /** To be called where this process itself made another log. */
  forgetLog(): void;
}

/** @param path of the database's file, which is open */
export function watchFile(path: string): StillThere {
  const opened = identityOf(path);
  let log: string | null = null;
  let size = 0n;
  return {
    check() {
      const stats = statsOf(path);
      if (stats === undefined) throw displaced(path, 'was removed');
      if (toIdentity(stats) !== opened) throw displaced(path, 'was replaced by another file');
      // The engine never makes it shorter: what others delete leaves room in it.
      if (stats.size < size) throw displaced(path, 'was cut off, or written over,');
      size = stats.size;
      const foundLog = identityOf(`${path}-wal`);
      if (log !== null && foundLog !== log)
        throw displaced(`${path}-wal`, foundLog === null ? 'was removed' : 'was replaced');
      log = foundLog;
    },
    forgetLog() {
      log = null;
    },
  };
}

function displaced(file: string, what: string): StoreError {
  return new StoreError(
    `${file} ${what} while it was open, and nothing is written any more: stop the server, put the right file in its place, and start it again`,
  );
}

/** Of the file that has the name now; null where there is none. */
function identityOf(path: string): string | null {
  const stats = statsOf(path);
  return stats === undefined ? null : toIdentity(stats);
}

function statsOf(path: string) {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function toIdentity({ dev, ino }: { dev: bigint; ino: bigint }): string {
  return `${dev} ${ino}`;
}
