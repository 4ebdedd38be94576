import { isStreamSafe, streamSafeFault } from '../model/stream-safe.ts';
import { tellDays } from './other-ways.ts';

/** As much of a parameter's schema as tells how to read its value. */
export interface ParameterSchema {
  type?: string;
  format?: string;
}

/** A value that is none of its parameter; the message goes on behind the name of that. */
export class Unreadable extends Error {}

/** The value, or values, of a parameter, as its schema has them. */
export function readValue({ type, format }: ParameterSchema, texts: string[]): unknown {
  if (type === 'array') return texts.flatMap((text) => checked(text).split(',').map(checked));
  if (texts.length > 1) throw new Unreadable('must be given once');
  const text = checked(texts[0] ?? '');
  if (type === 'integer') return matching(text, /^-?\d{1,15}$/, 'a whole number, like 20');
  if (type === 'boolean') return trueOrFalse(text);
  if (type === 'number')
    return matching(text, /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/, 'a number, like 2.5');
  const days = format === 'day' ? tellDays(text) : null;
  if (days !== null) throw new Unreadable(days);
  return text;
}

/** The text itself, where it is one that anything may have as a value. */
export function checked(text: string): string {
  if (text === '') throw new Unreadable('must not be empty');
  if (text.includes('\0')) throw new Unreadable('must not contain NUL');
  if (!text.isWellFormed()) throw new Unreadable('must be valid percent-encoded UTF-8');
  if (!isStreamSafe(text)) throw new Unreadable(streamSafeFault);
  return text;
}

function trueOrFalse(text: string): boolean {
  if (text !== 'true' && text !== 'false')
    throw new Unreadable(`must be true or false; not ${JSON.stringify(text.slice(0, 100))}`);
  return text === 'true';
}

function matching(text: string, form: RegExp, expected: string): number {
  if (!form.test(text) || !Number.isFinite(Number(text)))
    throw new Unreadable(`must be ${expected}; not ${JSON.stringify(text.slice(0, 100))}`);
  return Number(text);
}
