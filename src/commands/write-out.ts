import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../input.ts';

/**
 * Writes to standard output; ends quietly where the other side has enough, as `| head` does.
 * @throws InputError if it can't be written, as on a full disk
 */
export async function writeOut(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout);
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return;
    if (syscall !== 'write') throw error;
    throw new InputError(`can't write: ${message}`);
  }
}
