import { readFileSync } from 'node:fs';

/** What is given can't be used; the message says which and why. */
export class InputError extends Error {
  override name = 'InputError';
}

/** @throws InputError if the file can't be read or is no UTF-8 */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new InputError(`can't read ${file}: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8`);
  }
}

/** @throws InputError naming the file if the text is no JSON */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
