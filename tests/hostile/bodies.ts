import fc from 'fast-check';
import type { OpenApi } from '../support/openapi.ts';
import { resolve, type Schema } from './parameters.ts';

/** A value in a body: where it stands, and what it is by the schema. */
interface Place {
  pointer: string[];
  schema: Schema;
  required: boolean;
}

export interface Mutated {
  body: unknown;
  /** JSON pointer of what was changed. */
  pointer: string;
  how: string;
}

/** Changes one value of a right body so that it is wrong, and leaves its structure otherwise. */
export function mutatedBodies(
  document: OpenApi,
  component: string,
  body: object,
): fc.Arbitrary<Mutated>[] {
  const places = placesIn(document, body, { $ref: `#/components/schemas/${component}` }, [], true);
  return places.flatMap((place) =>
    waysOf(place).map(([how, value]) =>
      value.map((it) => ({
        body: withValue(body, place.pointer, it),
        pointer: place.pointer.map((part) => `/${part}`).join(''),
        how,
      })),
    ),
  );
}

function placesIn(
  document: OpenApi,
  value: unknown,
  given: Schema,
  pointer: string[],
  required: boolean,
): Place[] {
  const schema = resolve(document, given);
  if (schema.oneOf !== undefined) {
    const [one = {}] = schema.oneOf;
    return value === null ? [] : placesIn(document, value, one, pointer, required);
  }
  const here = { pointer, schema, required };
  if (Array.isArray(value))
    return [
      here,
      ...value.flatMap((it, index) =>
        placesIn(document, it, schema.items ?? {}, [...pointer, String(index)], true),
      ),
    ];
  if (typeof value !== 'object' || value === null) return [here];
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return [
    here,
    ...Object.entries(value).flatMap(([name, child]) =>
      placesIn(
        document,
        child,
        schema.properties?.[name] ?? rest,
        [...pointer, name],
        schema.required?.includes(name) ?? false,
      ),
    ),
  ];
}

/** Left out; JSON has no such value. */
const absent = Symbol('absent');

function waysOf({ schema, required, pointer }: Place): [string, fc.Arbitrary<unknown>][] {
  const ways: [string, fc.Arbitrary<unknown>][] = [];
  const types = [schema.type ?? (schema.enum ? 'string' : [])].flat();
  const others: [string, unknown[]][] = [
    ['string', ['', 'x']],
    ['number', [0.5, -1e300]],
    ['boolean', [true]],
    ['array', [[[]]]],
    ['object', [{ x: 1 }]],
    ['null', [null]],
  ];
  const isNumber = types.includes('integer') || types.includes('number');
  const wrong = others
    .filter(([type]) => !types.includes(type) && !(type === 'number' && types.includes('number')))
    .flatMap(([type, values]) => (type === 'null' && !required ? [] : values));
  if (types.length > 0 && wrong.length > 0)
    ways.push(['has another type', fc.constantFrom(...wrong)]);
  if (required && pointer.length > 0 && !/^\d+$/.test(pointer.at(-1) ?? ''))
    ways.push(['is left out', fc.constant(absent)]);
  if (types.includes('object') && schema.additionalProperties === false)
    ways.push([
      'has an unknown field',
      fc
        .constantFrom('__unknown', 'constructor', 'colour')
        .map((name) => ({ [unknownField]: name })),
    ]);
  if (schema.enum)
    ways.push([
      'is none of the values',
      fc.constantFrom('', 'unheard-of', ` ${schema.enum[0]}`, schema.enum[0]?.toUpperCase()),
    ]);
  if (isNumber)
    ways.push([
      'is no such number',
      fc.constantFrom(...(types.includes('integer') ? [-1, 0.5, 2 ** 31, 2 ** 53] : [{}])),
    ]);
  if (types.includes('string') && !schema.enum) {
    if (pointer[0] !== '$schema')
      ways.push(['has NUL or half a pair', fc.constantFrom('a\0b', '\ud800', 'a\udc00b')]);
    if (schema.pattern !== undefined)
      ways.push([
        'has another form',
        fc.constantFrom('', ' ', 'a b', 'ÄÖ', "'; drop table quotes; --", '../..', 'a\n'),
      ]);
    if (schema.maxLength !== undefined)
      ways.push(['is too long', fc.constant('a'.repeat(schema.maxLength + 1))]);
    if (schema.minLength !== undefined) ways.push(['is empty', fc.constant('')]);
    if (schema.format === 'line')
      ways.push([
        'is no line',
        fc.constantFrom(' ', 'a\u202eb', 'a\nb', '\u0007', '\u200b', `e${'\u0301'.repeat(500)}`),
      ]);
    if (schema.format === 'web-address')
      ways.push([
        'is no address',
        fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'example.org'),
      ]);
    if (schema.format === 'edtf')
      ways.push(['is no date', fc.constantFrom('2024-02-30', 'tomorrow', '2024-05-14/2023')]);
  }
  if ((schema.minItems ?? 0) > 0) ways.push(['has no values', fc.constant([])]);
  return ways;
}

const unknownField = '\u0000unknown';

function withValue(body: object, pointer: string[], value: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  let parent: Record<string, unknown> = { '': copy };
  let key = '';
  for (const part of pointer) {
    parent = parent[key] as Record<string, unknown>;
    key = part;
  }
  const extra =
    typeof value === 'object' && value !== null && unknownField in value
      ? (value as Record<string, string>)[unknownField]
      : undefined;
  if (extra !== undefined)
    Object.assign(parent[key] as object, JSON.parse(`{${JSON.stringify(extra)}:1}`));
  else if (value === absent) delete parent[key];
  else parent[key] = value;
  return parent[''] ?? copy;
}
