import type { Static, TOptional, TSchema } from 'typebox';
import { type LocalizedText, withFirst } from './localized-text.ts';
import { object, optional, schemaBehind } from './schema.ts';

/** Where a field keeps what it is when a bundle leaves it out; a symbol, so that no JSON shows it. */
const absent: unique symbol = Symbol('absent');

type Fields = Record<string, TSchema>;
type WithOptional<Properties extends Fields, Absent> = {
  [Key in keyof Properties]: Key extends keyof Absent
    ? TOptional<Properties[Key]>
    : Properties[Key];
};

/**
 * A named component of bundles: an object of which a person may leave out fields.
 * @param values by name, what these fields are where they are left out: a value, or a function of the bundle
 *   at hand; undefined where something else finds them
 */
export function entry<
  Properties extends Fields,
  Absent extends { [Key in keyof Properties]?: unknown },
>($id: string, description: string, properties: Properties, values: Absent) {
  const fields = Object.entries(properties).map(([name, schema]) => {
    if (!(name in values)) return [name, schema];
    return [name, Object.defineProperty(optional(schema), absent, { value: values[name] })];
  });
  return object($id, description, Object.fromEntries(fields) as WithOptional<Properties, Absent>);
}

/** What a value of that type is once nothing of it is left out. */
type Complete<Value> = Value extends readonly (infer Item)[]
  ? Complete<Item>[]
  : Value extends object
    ? { [Key in keyof Value]-?: Complete<Exclude<Value[Key], undefined>> }
    : Value;

export type CompleteStatic<Schema extends TSchema> = Complete<Static<Schema>>;

interface Parts {
  properties?: Fields;
  items?: TSchema;
}

/**
 * A value of a bundle, right by its schema, with the fields that were left out, in the order of the schema.
 * Localized texts begin with the language of the article: where there is no English, that is what is shown.
 */
export function complete(
  schema: TSchema,
  value: unknown,
  bundle: { article: { language: string } },
): unknown {
  const whole = schemaBehind(schema) as TSchema & Parts;
  if (typeof value !== 'object' || value === null) return value;
  if ('x-own-language' in whole) return withFirst(value as LocalizedText, bundle.article.language);
  if (Array.isArray(value)) {
    const { items } = whole;
    return items === undefined ? value : value.map((item) => complete(items, item, bundle));
  }
  if (whole.properties === undefined) return value;
  const given = value as Record<string, unknown>;
  const filled: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(whole.properties)) {
    if (given[name] !== undefined) filled[name] = complete(field, given[name], bundle);
    else if (absent in field) {
      const left = valueOfAbsent(field[absent], bundle);
      if (left !== undefined) filled[name] = left;
    }
  }
  return filled;
}

function valueOfAbsent(left: unknown, bundle: unknown): unknown {
  if (typeof left === 'function') return left(bundle);
  // Most are null, and a copy of that would cost as much as one of an object.
  return typeof left === 'object' && left !== null ? structuredClone(left) : left;
}
