import { hash, randomBytes } from 'node:crypto';
import { InputError } from '../input.ts';
import { slugPattern } from '../model/identifiers.ts';
import { print } from '../terminal.ts';

/** 256 bits, which nobody guesses; only their digest is kept, by whoever configures the server. */
export function printKey(name: string): void {
  if (!new RegExp(slugPattern).test(name))
    throw new InputError(`a name is words of a–z and 0–9 joined by hyphens; not ${name}`);
  const key = `af_${randomBytes(32).toString('base64url')}`;
  print(`the key, shown only now:  ${key}`);
  print(`the entry for API_KEYS:   ${name}:${hash('sha256', key)}`);
}
