import type { ErrorObject } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import type { Named } from '../model/schema.ts';
import { isStreamSafe, streamSafeFault } from '../model/stream-safe.ts';
import { describeUnknown } from '../model/unknown-name.ts';
import { createAjv, describe } from '../model/validation.ts';
import { bodyChecker } from './bodies.ts';
import { type ErrorDetail, invalidParameters } from './problems.ts';

/** Half a surrogate pair, which no valid encoding gives: marks what was not UTF-8. */
const undecodable = '\uD800';

export type RawQuery = Record<string, string[]>;

/** Every parameter with all its values, decoded and otherwise as they came. */
export function parseQuery(text: string): RawQuery {
  const query: RawQuery = Object.create(null);
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name, ...value] = pair.split('=');
    const key = decode(name ?? '');
    query[key] ??= [];
    query[key].push(decode(value.join('=')));
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undecodable;
  }
}

interface ObjectSchema {
  properties?: Record<string, ParameterSchema>;
}

interface ParameterSchema {
  type?: string;
}

/**
 * Checks what comes in. Query values become the types of their schema, strictly: what is unknown,
 * repeated, empty or not exactly a number is an error, and all errors are reported at once.
 */
export function validatorCompiler(
  components: readonly Named[],
): FastifySchemaCompiler<TSchema & ObjectSchema> {
  const ajv = createAjv(components);
  return ({ schema, httpPart }) => {
    if (httpPart === 'body') return bodyChecker(ajv.compile(schema));
    if (httpPart !== 'querystring') return checkPath;
    const validate = ajv.compile(schema);
    const parameters = new Map(Object.entries(schema.properties ?? {}));
    return (raw: RawQuery) => {
      const { values, errors } = readQuery(raw, parameters);
      if (!validate(values)) {
        const unread = new Set(errors.map(({ name }) => name));
        errors.push(...toDetails(validate.errors ?? []).filter(({ name }) => !unread.has(name)));
      }
      return errors.length > 0 ? { error: invalidParameters(errors) } : { value: values };
    };
  };
}

/** An id that no fact can have is simply not found; only what is no text at all is refused. */
function checkPath(parameters: Record<string, string>) {
  const unfit = Object.entries(parameters).filter(([, value]) => value.includes('\0'));
  if (unfit.length === 0) return { value: parameters };
  const detail = 'must not contain NUL';
  return { error: invalidParameters(unfit.map(([name]) => ({ in: 'path', name, detail }))) };
}

function readQuery(raw: RawQuery, parameters: ReadonlyMap<string, ParameterSchema>) {
  const values: Record<string, unknown> = {};
  const errors: ErrorDetail[] = [];
  for (const [name, texts] of Object.entries(raw)) {
    const schema = parameters.get(name);
    try {
      if (schema === undefined)
        throw new Unreadable(describeUnknown('parameter', [...parameters.keys()], name));
      values[name] = readValue(schema, texts);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const shown = name.isWellFormed() ? name.slice(0, 100) : '(undecodable)';
      errors.push({ in: 'query', name: shown, detail: error.message });
    }
  }
  return { values, errors };
}

class Unreadable extends Error {}

function readValue({ type }: ParameterSchema, texts: string[]): unknown {
  if (type === 'array') return texts.flatMap((text) => checked(text).split(',').map(checked));
  if (texts.length > 1) throw new Unreadable('must be given once');
  const text = checked(texts[0] ?? '');
  if (type === 'integer') return matching(text, /^-?\d{1,15}$/, 'a whole number, like 20');
  if (type === 'boolean') return trueOrFalse(text);
  if (type === 'number')
    return matching(text, /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/, 'a number, like 2.5');
  return text;
}

function checked(text: string): string {
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

/** Of several errors about one parameter the first; those of a whole `allOf` add nothing. */
function toDetails(errors: ErrorObject[]): ErrorDetail[] {
  const details = new Map<string, ErrorDetail>();
  for (const error of errors) {
    const missing = error.keyword === 'required';
    const name = missing ? error.params.missingProperty : (error.instancePath.split('/')[1] ?? '');
    const detail = missing ? 'must be given' : describe(error);
    if (!details.has(name)) details.set(name, { in: 'query', name, detail });
  }
  return [...details.values()];
}
