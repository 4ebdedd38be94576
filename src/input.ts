import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { type BundleReader, type ReadBundle, refused } from './bundle/check.ts';
import { JsonError, readJson } from './model/json.ts';
import { isStreamSafe, streamSafeFault } from './model/stream-safe.ts';

/** What is given can't be used; the message says which and why. */
export class InputError extends Error {
  override name = 'InputError';
}

/** @throws InputError if the file can't be read, is no UTF-8, or has too many marks in a row */
export function readText(file: string): string {
  const text = decode(file);
  if (!isStreamSafe(text)) throw new InputError(`${file}: ${streamSafeFault}`);
  return text;
}

function decode(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file);
  } catch (error) {
    throw new InputError(`${file}: ${why(error)}`);
  }
  try {
    // A byte order mark is a character of the text.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file}: is not UTF-8`);
  }
}

/** @param text of the article, to find and verify the mentions of its bundle in */
export function readBundleFile(
  file: string,
  reader: Pick<BundleReader, 'read'>,
  text?: string,
): ReadBundle {
  try {
    return reader.read(readJson(readBytes(file)), text);
  } catch (error) {
    if (error instanceof JsonError) return refused([...error.faults]);
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    const detail = isFolder ? 'has no bundles (*.json) in it' : why(error);
    return refused([{ pointer: '', detail }]);
  }
}

/**
 * The paths, and in place of each folder the bundles in it (*.json) in the order of their names. What is
 * wrong with one of them, reading it will tell. Folders, pipes and devices in it are left out: of a pipe that
 * nobody writes to, reading would never end. Who names one means it.
 */
export function findBundles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const names = namesOfBundles(path);
    return names.length === 0 ? [path] : names.sort().map((name) => join(path, name));
  });
}

function namesOfBundles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.json') && mayBeFile(entry))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Whether it is a file, or a link to one; or to nothing, which is told. */
function mayBeFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(join(entry.parentPath, entry.name)).isFile();
  } catch {
    return true;
  }
}

/** Four times what the server takes. To read what is longer might take more memory than there is, which ends all. */
const mostMiB = 16;

/** Of pipes and devices no length is known beforehand, and some have no end. */
function readBytes(file: string): Uint8Array {
  const most = mostMiB * 1024 * 1024;
  const descriptor = openSync(file, 'r');
  try {
    let bytes = Buffer.allocUnsafe(Math.min(fstatSync(descriptor).size, most) + 1024);
    for (let length = 0; ; ) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length > most) throw new InputError(`is larger than ${mostMiB} MiB`);
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function why(error: unknown): string {
  if (error instanceof InputError) return error.message;
  const { errno, message } = error as NodeJS.ErrnoException;
  if (errno === undefined) return `can't be checked: ${message}`;
  return `can't be read: ${getSystemErrorMessage(errno)}`;
}
