import { writeSync } from 'node:fs';

/**
 * Where the log goes: standard output. A line that can't be written, as its disk is full or nobody reads it, is left
 * out: a server that waited for room would serve nobody, and one that ended would be started again and again.
 */
export const standardOutput = {
  write(line: string): void {
    let left = Buffer.from(line);
    try {
      while (left.length > 0) left = left.subarray(writeSync(1, left));
    } catch {
      // There is nowhere to tell it.
    }
  },
};
