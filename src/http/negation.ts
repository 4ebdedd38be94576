import { type TSchema, Type } from 'typebox';
import { negationPattern } from '../model/identifiers.ts';
import { describeUnknown } from '../model/unknown-name.ts';
import type { ErrorDetail } from './problem.ts';
import { type ParameterSchema, readValue, Unreadable } from './read-value.ts';

/** Which parameters a negation may name; a symbol, so that no JSON shows it. */
const fields: unique symbol = Symbol('fields');

interface Negation extends ParameterSchema {
  [fields]: readonly string[];
}

/** Filters by the names of their parameters, with values as these have them. */
export type NamedValues = [name: string, values: (string | number)[]][];

/** `not`, of a list that has these filters. */
export function notParameter(filters: readonly string[], example: string): TSchema {
  const parameter = Type.Optional(
    Type.Array(Type.String({ pattern: negationPattern }), {
      maxItems: 50,
      description: 'Leaves out what this filter would find, as `field:value`.',
      examples: [[example]],
    }),
  );
  return Object.defineProperty(parameter, fields, { value: filters });
}

export function isNegation(schema: ParameterSchema): schema is Negation {
  return fields in schema;
}

/**
 * What the values of `not` say.
 * @param parameters those of the list, by name
 * @param findFaults what is wrong with these parameters
 */
export function readNegations(
  texts: readonly string[],
  parameters: ReadonlyMap<string, ParameterSchema>,
  findFaults: (query: object) => ErrorDetail[],
): { filters: NamedValues; errors: ErrorDetail[] } {
  const values = new Map<string, unknown[]>();
  const errors: ErrorDetail[] = [];
  const refuse = (detail: string) => errors.push({ in: 'query', name: 'not', detail });
  const not = parameters.get('not');
  const known = not !== undefined && isNegation(not) ? not[fields] : [];
  for (const [field, value] of texts.flatMap((text) => splitPairs(text, known, parameters))) {
    const schema = known.includes(field) ? parameters.get(field) : undefined;
    if (schema === undefined) {
      refuse(`names ${shown(field)}, which ${describeUnknown('filter', known, field)}`);
      continue;
    }
    try {
      const read = readValue(schema, [value]);
      const [fault] = findFaults({ [field]: read }).filter(({ name }) => name === field);
      if (fault !== undefined) throw new Unreadable(fault.detail);
      values.set(field, [...(values.get(field) ?? []), ...[read].flat()]);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      refuse(`names ${field}, which ${error.message}`);
    }
  }
  return { filters: [...values] as NamedValues, errors };
}

/**
 * `kind:direct` → `kind`, `direct`. As elsewhere, commas may stand between several, `kind:direct,mixed` or
 * `kind:direct,speaker:china`; but what follows a parameter of one value is all its value.
 */
function splitPairs(
  text: string,
  known: readonly string[],
  parameters: ReadonlyMap<string, ParameterSchema>,
): [field: string, value: string][] {
  const pairs: [field: string, value: string][] = [];
  for (const part of text.split(',')) {
    const [field = ''] = part.split(':', 1);
    const last = pairs.at(-1);
    const goesOn = last !== undefined && parameters.get(last[0])?.type !== 'array';
    if (last !== undefined && (goesOn || !part.includes(':') || !known.includes(field)))
      last[1] += `,${part}`;
    else pairs.push([field, part.slice(field.length + 1)]);
  }
  return pairs;
}

function shown(field: string): string {
  return JSON.stringify(field.slice(0, 100));
}
