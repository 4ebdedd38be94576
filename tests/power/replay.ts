import { mkdtempSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Random } from '../../bench/random.ts';
import { type Note, readNotes } from './notes.ts';

/** What of that which wasn't synced is on the disk when the power fails. */
export type Luck = 'nothing' | 'anything' | 'everything';

/** Of a file: the first `length` of these bytes. */
interface Content {
  bytes: Buffer;
  length: number;
}

interface File {
  /** What is on the disk for certain. */
  durable: Content;
  /** Writes and truncations since it was synced last. */
  pending: Note[];
}

/** A name that is given to a file, or taken from it; null. */
type Naming = [
  first: [path: string, file: File | null],
  ...others: [path: string, file: File | null][],
];

const sectorBytes = 512;

/**
 * A disk that keeps for certain only what was synced: the bytes of a file once the file was, its name, or that of
 * a folder, once the folder that it lies in was. Of the rest any part may be there, each sector of 512 bytes for itself; names in their order.
 */
function createDisk(random: Random) {
  /** By the kernel's number, as the process has them now. */
  const files = new Map<bigint, File>();
  const names = new Map<string, File>();
  const folders = new Set<string>();
  let pendingNames: Naming[] = [];

  function take(note: Note): void {
    const { kind, path, bytes } = note;
    const file = files.get(note.file);
    if (kind === 'create' || kind === 'make-folder') {
      const created = { durable: { bytes: Buffer.alloc(0), length: 0 }, pending: [] };
      if (kind === 'create') files.set(note.file, created);
      else folders.add(path);
      pendingNames.push([[path, created]]);
    } else if (kind === 'unlink') pendingNames.push([[path, null]]);
    else if (kind === 'sync-folder') {
      const isIn = ([[name]]: Naming) => dirname(name) === path;
      for (const naming of pendingNames.filter(isIn)) apply(names, naming);
      pendingNames = pendingNames.filter((naming) => !isIn(naming));
    } else if (file === undefined) throw new Error(`nobody has seen ${path} being made`);
    else if (kind === 'link') pendingNames.push([[path, file]]);
    else if (kind === 'rename') {
      const old = bytes.toString();
      pendingNames.push([
        [path, file],
        [old, null],
      ]);
    } else if (kind === 'sync') for (const it of file.pending.splice(0)) write(file.durable, it);
    else file.pending.push(note);
  }

  /** What is found afterwards, by name. */
  function fail(luck: Luck): Map<string, Buffer> {
    const left = new Map(names);
    const most = pendingNames.length;
    const many = { nothing: 0, anything: random.below(most + 1), everything: most }[luck];
    for (const naming of pendingNames.slice(0, many)) apply(left, naming);
    const found = [...left].filter(([path]) => !folders.has(path) && canBeReached(path, left));
    return new Map(found.map(([path, file]) => [path, contentOf(file, luck)]));
  }

  /** Whether the folders that were made for it have their names. */
  function canBeReached(path: string, left: ReadonlyMap<string, File>): boolean {
    const folder = dirname(path);
    return !folders.has(folder) || (left.has(folder) && canBeReached(folder, left));
  }

  function contentOf({ durable, pending }: File, luck: Luck): Buffer {
    const content = { ...durable, bytes: Buffer.from(durable.bytes) };
    if (luck === 'everything') for (const note of pending) write(content, note);
    if (luck === 'anything')
      for (const note of pending.flatMap(sectorsOf)) if (random.chance(0.5)) write(content, note);
    return content.bytes.subarray(0, content.length);
  }

  return { take, fail };
}

function apply(names: Map<string, File>, naming: Naming): void {
  for (const [path, file] of naming)
    if (file === null) names.delete(path);
    else names.set(path, file);
}

function write(content: Content, { kind, offset, bytes }: Note): void {
  if (kind === 'truncate') {
    // What it may grow by again is empty.
    content.bytes.fill(0, offset);
    content.length = offset;
  } else content.length = Math.max(content.length, offset + bytes.length);
  if (content.bytes.length < content.length) {
    const longer = Buffer.alloc(content.length * 2);
    content.bytes.copy(longer);
    content.bytes = longer;
  }
  if (kind === 'write') bytes.copy(content.bytes, offset);
}

/** A write in the parts that lie in one sector each. */
function sectorsOf(note: Note): Note[] {
  if (note.kind === 'truncate') return [note];
  const parts: Note[] = [];
  const end = note.offset + note.bytes.length;
  for (let from = note.offset; from < end; ) {
    const to = Math.min(end, (Math.floor(from / sectorBytes) + 1) * sectorBytes);
    const bytes = note.bytes.subarray(from - note.offset, to - note.offset);
    parts.push({ ...note, offset: from, bytes });
    from = to;
  }
  return parts;
}

/** When the power fails: so many bytes of the trace were noted by then. */
export interface Failure {
  at: number;
  luck: Luck;
}

/** Puts into a new folder each what is found after these failures, one after the other. */
export function* failures(
  trace: string,
  whens: readonly Failure[],
  random: Random,
  into: string,
): Generator<Failure & { folder: string }> {
  const disk = createDisk(random);
  const waiting = whens.toSorted((one, other) => one.at - other.at);
  for (const note of [...readNotes(trace), null]) {
    while (waiting[0] !== undefined && (note === null || waiting[0].at < note.end)) {
      const failure = waiting.shift() as Failure;
      const folder = mkdtempSync(join(into, 'failure-'));
      for (const [path, content] of disk.fail(failure.luck))
        writeFileSync(join(folder, basename(path)), content);
      yield { ...failure, folder };
    }
    if (note !== null) disk.take(note);
  }
}
