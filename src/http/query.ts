import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { unnamedErrors } from '../model/bounded-items.ts';
import { mostNamed } from '../model/fault.ts';
import type { Named } from '../model/schema.ts';
import { describeUnknown } from '../model/unknown-name.ts';
import { createAjv, describe } from '../model/validation.ts';
import { checkBody } from './bodies.ts';
import { isNegation, readNegations } from './negation.ts';
import { tellOtherOrder, tellOtherWay } from './other-ways.ts';
import { pathChecker } from './path.ts';
import type { ErrorDetail } from './problem.ts';
import { invalidParameters } from './problems.ts';
import { checked, type ParameterSchema, readValue, Unreadable } from './read-value.ts';

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

/**
 * Checks what comes in. Query values become the types of their schema, strictly: what is unknown,
 * repeated, empty or not exactly a number is an error, and all errors are reported at once. A schema is
 * compiled for the first request to its route: with all of them, a start would take a quarter longer.
 */
export function validatorCompiler(
  components: readonly Named[],
): FastifySchemaCompiler<TSchema & ObjectSchema> {
  let ajv: Ajv2020 | undefined;
  const compileOnce = (schema: TSchema) => {
    let validate: ValidateFunction | undefined;
    return () => {
      ajv ??= createAjv(components);
      validate ??= ajv.compile(schema);
      return validate;
    };
  };
  return ({ schema, httpPart, method }) => {
    const compiled = compileOnce(schema);
    if (httpPart === 'body')
      return (body: unknown) =>
        Buffer.isBuffer(body) ? { value: body } : checkBody(compiled(), body);
    if (httpPart !== 'querystring')
      return pathChecker(httpPart === 'params' ? method : 'GET', compiled);
    const parameters = new Map(Object.entries(schema.properties ?? {}));
    return (raw: RawQuery) => {
      const { values, errors, unnamed } = readQuery(raw, parameters);
      const validate = compiled();
      const detailsOf = (query: object) =>
        validate(query) ? [] : toDetails(validate.errors ?? []);
      const unread = new Set(errors.map(({ name }) => name));
      errors.push(...detailsOf(values).filter(({ name }) => !unread.has(name)));
      const { not } = values;
      if (Array.isArray(not) && !errors.some(({ name }) => name === 'not')) {
        const negations = readNegations(not, parameters, detailsOf);
        values.not = negations.filters;
        errors.push(...negations.errors);
      }
      return errors.length > 0 ? { error: invalidParameters(errors, unnamed) } : { value: values };
    };
  };
}

/** Of unknown parameters the first hundred get an error each; of the others it is told how many there are. */
function readQuery(raw: RawQuery, parameters: ReadonlyMap<string, ParameterSchema>) {
  const values: Record<string, unknown> = {};
  const errors: ErrorDetail[] = [];
  const known = [...parameters.keys()];
  let unnamed = 0;
  for (const [name, texts] of Object.entries(withoutBrackets(raw, parameters))) {
    const schema = parameters.get(name);
    if (schema === undefined && errors.length >= mostNamed) {
      unnamed++;
      continue;
    }
    try {
      if (schema === undefined)
        throw new Unreadable(
          tellOtherWay(name, known) ?? describeUnknown('parameter', known, name),
        );
      const otherOrder = name === 'sort' ? tellOtherOrder(texts[0] ?? '') : null;
      if (otherOrder !== null) throw new Unreadable(otherOrder);
      values[name] = isNegation(schema) ? texts.map(checked) : readValue(schema, texts);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const shown = name.isWellFormed() ? name.slice(0, 100) : '(undecodable)';
      errors.push({ in: 'query', name: shown, detail: error.message });
    }
  }
  return { values, errors, unnamed };
}

/** `kind[]` and `kind[0]`, as some clients write what may have several values, are `kind`. */
function withoutBrackets(
  raw: RawQuery,
  parameters: ReadonlyMap<string, ParameterSchema>,
): RawQuery {
  const names = Object.keys(raw);
  if (!names.some((name) => name.endsWith(']'))) return raw;
  const query: RawQuery = Object.create(null);
  for (const name of names) {
    const [, plain = ''] = /^(\w+)\[\d{0,3}\]$/.exec(name) ?? [];
    const meant = parameters.get(plain)?.type === 'array' ? plain : name;
    query[meant] = [...(query[meant] ?? []), ...(raw[name] ?? [])];
  }
  return query;
}

/** Of several errors about one parameter the first; those of a whole `allOf` add nothing. */
function toDetails(errors: ErrorObject[]): ErrorDetail[] {
  const details = new Map<string, ErrorDetail>();
  for (const error of errors) {
    if (error.keyword === unnamedErrors) continue;
    const missing = error.keyword === 'required';
    const name = missing ? error.params.missingProperty : (error.instancePath.split('/')[1] ?? '');
    const detail = missing ? 'must be given' : describe(error);
    if (!details.has(name)) details.set(name, { in: 'query', name, detail });
  }
  return [...details.values()];
}
