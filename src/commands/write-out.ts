import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../input.ts';
import { escapeLines, printError } from '../terminal.ts';
import { exitCodes } from './exit-codes.ts';

type Piece = string | Uint8Array;
type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

/**
 * Tells, once, that standard output can't be written, as on a full disk, and has the process fail; whichever way it
 * is written. Quiet where the other side has enough, as `| head` does. A command goes on either way, as what it does
 * is more than what it says.
 * @returns what ends that
 */
export function watchOutput(): () => void {
  let isTold = false;
  const tell = ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    if (!isTold) printError(`can't write: ${message}`);
    isTold = true;
    process.exitCode = exitCodes.atFault;
  };
  // Where standard error can't be written, nothing is left to tell it by.
  const ignore = () => {};
  process.stdout.on('error', tell);
  process.stderr.on('error', ignore);
  return () => {
    process.stdout.off('error', tell);
    process.stderr.off('error', ignore);
  };
}

/** Writes to standard output, as it is; on a terminal, with control characters escaped. */
export async function writeOut(pieces: Pieces): Promise<void> {
  try {
    const shown = process.stdout.isTTY ? escaped(pieces) : pieces;
    await pipeline(Readable.from(shown), process.stdout);
  } catch (error) {
    // It is told already.
    if ((error as NodeJS.ErrnoException).syscall !== 'write') throw error;
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
