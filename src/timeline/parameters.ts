import type { FastifySchemaCompiler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { type ErrorDetail, ProblemError } from '../http/problem.ts';
import { invalidParameters } from '../http/problems.ts';
import type { RawQuery } from '../http/query.ts';
import { describedRef, type Named, oneOf } from '../model/schema.ts';
import type { Resource } from '../resource/resource.ts';
import { filterParameters } from '../resource/selection.ts';
import { IntervalName } from './schema.ts';

/** The types of facts that have a date, by the value of `type`. */
export type DatedTypes = Readonly<Record<string, Resource>>;

/** The type that is meant where none is named: a timeline is of events, unless somebody says otherwise. */
export const usualType = 'event';
export const usualInterval = 'month';

/** The values of `type`, as an enum. */
export function datedType(types: DatedTypes): Named {
  return oneOf('DatedType', 'The types of facts that have a date.', Object.keys(types));
}

/** The parameters of the timeline of one type. */
function parametersOf(types: DatedTypes, type: string): Record<string, TSchema> {
  const resource = types[type];
  return {
    type: Type.Optional(
      describedRef(datedType(types), {
        description: `Which facts to count; \`${usualType}\` unless given.`,
        examples: [usualType],
      }),
    ),
    interval: Type.Optional(
      describedRef(IntervalName, {
        description: `How long each interval is; \`${usualInterval}\` unless given.`,
        examples: [usualInterval],
      }),
    ),
    ...(resource && filterParameters(resource)),
  };
}

/**
 * The parameters of all timelines, as they are documented: those of the usual type as its list has them; the
 * others without an example, so that all examples go together. Where lists take other values by one name,
 * any text is documented, and checked by the list of the type.
 */
export function documentedParameters(types: DatedTypes): Record<string, TSchema> {
  const declared = Object.entries(types).flatMap(([type, { name }]) =>
    Object.entries(parametersOf(types, type)).map(([filter, parameter]) => {
      return { type, name, filter, parameter: parameter as Described };
    }),
  );
  const byFilter = Map.groupBy(declared, ({ filter }) => filter);
  return Object.fromEntries(
    Array.from(byFilter, ([filter, those]) => {
      const usual = those.find(({ type }) => type === usualType)?.parameter;
      const isOne = new Set(those.map(({ parameter }) => shapeOf(parameter))).size === 1;
      if (usual !== undefined && isOne) return [filter, usual];
      const { description, examples, ...rest } = usual ?? those[0]?.parameter ?? {};
      const names = those.map(({ name }) => name).join(' and ');
      return [
        filter,
        Type.Optional(
          Type.Unsafe({
            ...rest,
            ...(!isOne && { items: { type: 'string' } }),
            ...(usual !== undefined && { examples }),
            description: `As in the list of ${names}.`,
          }),
        ),
      ];
    }),
  );
}

type Described = TSchema & { description?: string; examples?: unknown[] };

/** What tells a parameter from others, but for how it is described. */
function shapeOf({ description: _, examples: __, ...rest }: Described): string {
  return JSON.stringify(rest);
}

/**
 * Reads the parameters by the type that is asked for: what is documented has the filters of all.
 * @param read what reads the parameters of a schema
 */
export function readByType(
  types: DatedTypes,
  read: FastifySchemaCompiler<TSchema>,
): FastifySchemaCompiler<TSchema> {
  return (route) => {
    if (route.httpPart !== 'querystring') return read(route);
    const readAll = read(route);
    const readers = new Map(
      Object.keys(types).map((type) => {
        const schema = Type.Object(parametersOf(types, type), { additionalProperties: false });
        return [type, read({ ...route, schema })];
      }),
    );
    return (raw: RawQuery) => {
      const [type = usualType] = raw.type ?? [];
      const readOne = readers.get(type);
      if (readOne === undefined) return readAll(raw);
      const { misplaced, rest } = splitOff(types, type, raw);
      const result = readOne(rest);
      if (misplaced.length === 0) return result;
      const problem = typeof result === 'object' && 'error' in result ? result.error : null;
      const others = problem instanceof ProblemError ? problem.errors : [];
      return { error: invalidParameters([...misplaced, ...others]) };
    };
  };
}

/** What is a filter of another type only, and what else there is. */
function splitOff(types: DatedTypes, type: string, raw: RawQuery) {
  const { name: list = '', filters = {} } = types[type] ?? {};
  const misplaced: ErrorDetail[] = [];
  const rest: RawQuery = Object.create(null);
  for (const [name, values] of Object.entries(raw)) {
    const plain = name.replace(/\[\d{0,3}\]$/, '');
    const having = Object.values(types).filter((it) => Object.hasOwn(it.filters, plain));
    if (having.length === 0 || Object.hasOwn(filters, plain)) {
      rest[name] = values;
      continue;
    }
    const lists = having.map((it) => it.name).join(' and ');
    const detail = `is a filter of ${lists}, not of ${list}; these have ${Object.keys(filters).join(', ')}`;
    misplaced.push({ in: 'query', name: plain, detail });
  }
  return { misplaced, rest };
}
