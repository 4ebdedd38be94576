import type { TSchema } from 'typebox';
import { schemaBehind } from '../model/schema.ts';
import type { Operation } from './operations.ts';

/** A schema as tools have it: plain JSON, without references. */
export type Plain = Readonly<Record<string, unknown>>;

/** Looks up a component that is only known by its name. */
export type LookUp = (name: string) => TSchema;

/** Which of a route's parameters a tool has. */
export interface Chosen {
  parameters: Record<string, Plain>;
  required: string[];
}

/** What tells an agent how to write a value; that it is right, the route sees to. */
const kept = ['type', 'enum', 'minimum', 'maximum', 'minItems'] as const;

/**
 * The parameters of a route, in its path, query and body, as they are declared.
 * @param names which ones; all unless given
 */
export function parametersOf(
  { params, querystring, body }: Operation,
  lookUp: LookUp,
  names?: readonly string[],
): Chosen {
  const parts = [params, querystring, body && schemaBehind(body)] as (ObjectSchema | undefined)[];
  const declared = parts.flatMap((part) => Object.entries(part?.properties ?? {}));
  const chosen = declared.filter(([name]) => names?.includes(name) ?? true);
  return {
    parameters: Object.fromEntries(chosen.map(([name, schema]) => [name, inline(schema, lookUp)])),
    required: parts
      .flatMap((part) => part?.required ?? [])
      .filter((name) => names?.includes(name) ?? true),
  };
}

type ObjectSchema = TSchema & { properties?: Record<string, TSchema>; required?: string[] };
type Described = TSchema & {
  $ref?: string;
  allOf?: TSchema[];
  items?: TSchema;
  format?: string;
  description?: string;
};

/** Without what it refers to, and without what an agent has no use for. */
function inline(schema: TSchema, lookUp: LookUp): Plain {
  const { $ref, allOf, items, format, description: told } = schema as Described;
  const description = format === 'day' ? `${told} As 2024-05-16.` : told;
  const [first] = allOf ?? [];
  if ($ref !== undefined || first !== undefined) {
    const name = ($ref ?? (first as Described).$ref ?? '').replace('#', '');
    const { description: _, ...rest } = inline(lookUp(name), lookUp);
    return description === undefined ? rest : { ...rest, description };
  }
  const { description: _, ...item } = items === undefined ? {} : inline(items, lookUp);
  return {
    ...Object.fromEntries(
      kept.flatMap((key) => (key in schema ? [[key, schema[key as never]]] : [])),
    ),
    ...(items !== undefined && { items: item }),
    ...(description !== undefined && { description }),
  };
}

/**
 * The parameters of several routes as those of one tool. Where they differ, any text is taken, and the
 * route that is asked checks it.
 * @param routes by what they are asked for
 */
export function mergeParameters(routes: Readonly<Record<string, Chosen>>): Record<string, Plain> {
  const all = Object.entries(routes).flatMap(([type, { parameters }]) =>
    Object.entries(parameters).map(([name, schema]) => ({ type, name, schema })),
  );
  const byName = Map.groupBy(all, ({ name }) => name);
  return Object.fromEntries(
    Array.from(byName, ([name, those]) => {
      const [first] = those;
      const shapes = new Set(
        those.map(({ schema: { description: _, ...it } }) => JSON.stringify(it)),
      );
      const isEverywhere = those.length === Object.keys(routes).length;
      const where = isEverywhere ? '' : `Of ${those.map(({ type }) => type).join(', ')}. `;
      if (shapes.size === 1)
        return [name, { ...first?.schema, description: `${where}${usualDescription(those)}` }];
      const values = those.map(({ type, schema }) => `${type}: ${valuesOf(schema).join(', ')}`);
      const type = first?.schema.type;
      const items = type === 'array' ? { items: { type: 'string' } } : {};
      return [name, { type, ...items, description: values.join('; ') }];
    }),
  );
}

/** That of most of them. */
function usualDescription(those: readonly { schema: Plain }[]): unknown {
  const byText = Map.groupBy(those, ({ schema }) => schema.description);
  const [most] = [...byText].sort(([, left], [, right]) => right.length - left.length);
  return most?.[0];
}

function valuesOf(schema: Plain): readonly string[] {
  const { enum: values } = (schema.items ?? schema) as { enum?: string[] };
  return values ?? [String(schema.description)];
}
