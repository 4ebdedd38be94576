import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../input.ts';
import { escapeLines } from '../terminal.ts';

type Piece = string | Uint8Array;
type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

/**
 * Writes to standard output, as it is; on a terminal, with control characters escaped. Ends quietly where the other side has enough, as `| head` does.
 * @throws InputError if it can't be written, as on a full disk
 */
export async function writeOut(pieces: Pieces): Promise<void> {
  try {
    const shown = process.stdout.isTTY ? escaped(pieces) : pieces;
    await pipeline(Readable.from(shown), process.stdout);
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return;
    if (syscall !== 'write') throw error;
    throw new InputError(`can't write: ${message}`);
  }
}

async function* escaped(pieces: Pieces): AsyncGenerator<string> {
  for await (const piece of pieces) yield escapeLines(String(piece));
}

/** @throws InputError where standard output is a terminal, which bytes would only confuse */
export function requireFile(): void {
  if (process.stdout.isTTY)
    throw new InputError('this is no text: write it into a file, with > and its name');
}
