import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import type { Fault } from './model/fault.ts';
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
  const bytes = read(file, (path) => readFileSync(path));
  try {
    // A byte order mark is a character of the text.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file}: is not UTF-8`);
  }
}

/** What a file holds, if it is JSON that can be taken; otherwise why not. */
export function readJsonFile(file: string): { value: unknown; faults: readonly Fault[] } {
  try {
    return { value: readJson(readFileSync(file)), faults: [] };
  } catch (error) {
    const faults =
      error instanceof JsonError ? error.faults : [{ pointer: '', detail: unreadable(error) }];
    return { value: undefined, faults };
  }
}

/**
 * The files, and in place of each folder the bundles in it (*.json) in the order of their names.
 * @throws InputError if a path can't be read, or a folder has no bundles
 */
export function findBundles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!read(path, (it) => statSync(it)).isDirectory()) return [path];
    const names = read(path, (folder) => readdirSync(folder)).filter((it) => it.endsWith('.json'));
    if (names.length === 0) throw new InputError(`${path}: has no bundles (*.json) in it`);
    return names.sort().map((name) => join(path, name));
  });
}

function read<Result>(path: string, by: (path: string) => Result): Result {
  try {
    return by(path);
  } catch (error) {
    throw new InputError(`${path}: ${unreadable(error)}`);
  }
}

function unreadable(error: unknown): string {
  const { errno, message } = error as NodeJS.ErrnoException;
  return `can't be read: ${errno === undefined ? message : getSystemErrorMessage(errno)}`;
}
