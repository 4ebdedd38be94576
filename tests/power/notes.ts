import { readFileSync } from 'node:fs';

/** As in trace.c, whose numbers begin with 1. */
const kinds = [
  'create',
  'write',
  'truncate',
  'sync',
  'sync-folder',
  'link',
  'rename',
  'unlink',
  'make-folder',
] as const;

/** Something that a process has done to a file. */
export interface Note {
  kind: (typeof kinds)[number];
  /** The kernel's number of it. */
  file: bigint;
  path: string;
  /** Of a write: where; of a truncation: the new length. */
  offset: number;
  /** What was written; of a renaming, the old name. */
  bytes: Buffer;
  /** How many bytes of the trace there are with it. */
  end: number;
}

const headBytes = 32;

/** What was noted, in the order in which it was done. */
export function* readNotes(trace: string): Generator<Note> {
  const all = readFileSync(trace);
  for (let at = 0; at < all.length; ) {
    const kind = kinds[all.readUInt32LE(at) - 1];
    if (kind === undefined) throw new Error(`the trace has no note at ${at}`);
    const path = at + headBytes;
    const bytes = path + all.readUInt32LE(at + 4);
    const offset = Number(all.readBigInt64LE(at + 16));
    const hasBytes = kind === 'write' || kind === 'rename';
    const end = bytes + (hasBytes ? Number(all.readBigUInt64LE(at + 24)) : 0);
    const file = all.readBigUInt64LE(at + 8);
    const text = all.subarray(path, bytes).toString();
    yield { kind, file, path: text, offset, bytes: all.subarray(bytes, end), end };
    at = end;
  }
}
