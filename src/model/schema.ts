import { type Static, type TOptional, type TProperties, type TSchema, Type } from 'typebox';

/** Where a reference keeps the schema it points to; a symbol, so that no JSON shows it. */
const target: unique symbol = Symbol('target');

export type Named = TSchema & { $id: string };

/** A named component: an object with exactly these properties. */
export function object<Properties extends TProperties>(
  $id: string,
  description: string,
  properties: Properties,
) {
  return named($id, Type.Object(properties, { $id, description, additionalProperties: false }));
}

/** A named component: one of a documented list of strings. */
export function oneOf<const Values extends readonly string[]>(
  $id: string,
  description: string,
  values: Values,
) {
  const schema = { $id, type: 'string', enum: [...values], description };
  return named($id, Type.Unsafe<Values[number]>(schema));
}

/** A typed reference to a named component. */
export function ref<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema>>(pointingTo(schema, { $ref: `${idOf(schema)}#` }));
}

/** A reference to a named component, or null. */
export function nullableRef<Schema extends TSchema>(schema: Schema) {
  const reference = { oneOf: [{ $ref: `${idOf(schema)}#` }, { type: 'null' }] };
  return Type.Unsafe<Static<Schema> | null>(pointingTo(schema, reference));
}

/** An enum component in a parameter: siblings of a bare `$ref` would be dropped, its description with them. */
export function describedRef<Schema extends TSchema>(schema: Schema, annotations: object) {
  const reference = { allOf: [{ $ref: `${idOf(schema)}#` }], ...annotations };
  return Type.Unsafe<Static<Schema>>(pointingTo(schema, reference));
}

export function nullableString(annotations: object) {
  return Type.Unsafe<string | null>({ type: ['string', 'null'], ...annotations });
}

export function nullableNumber(annotations: object) {
  return Type.Unsafe<number | null>({ type: ['number', 'null'], format: 'double', ...annotations });
}

/** A count, as 32-bit integer. */
export function count(description: string) {
  return Type.Integer({ minimum: 0, format: 'int32', description });
}

/** Every named component that the schemas are or refer to, each once, sorted by name. */
export function componentsOf(schemas: readonly unknown[]): Named[] {
  const found = new Map<string, Named>();
  for (const schema of schemas) visit(schema);
  return [...found.values()].sort((a, b) => (a.$id < b.$id ? -1 : 1));

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    if ('$id' in node && typeof node.$id === 'string') {
      if (found.has(node.$id)) return;
      found.set(node.$id, node as Named);
    }
    if (target in node) visit(node[target]);
    for (const child of Object.values(node)) visit(child);
  }
}

/** TypeBox's types don't show an `$id`; this says that there is one. */
function named<Schema extends TSchema>($id: string, schema: Schema): Schema & { $id: string } {
  return Object.assign(schema, { $id });
}

function pointingTo(schema: TSchema, reference: object): object {
  return Object.defineProperty(reference, target, { value: schema });
}

/** The schema that a reference points to; the schema itself where it is none. */
export function schemaBehind(schema: TSchema): TSchema {
  return target in schema ? (schema[target] as TSchema) : schema;
}

/** A copy of a schema, or of a reference, that a field need not have. */
export function optional<Schema extends TSchema>(schema: Schema): TOptional<Schema> {
  const copy = Type.Optional(schema) as TOptional<Schema>;
  if (target in schema) pointingTo(schema[target] as TSchema, copy);
  return copy;
}

function idOf(schema: TSchema): string {
  if (!('$id' in schema) || typeof schema.$id !== 'string')
    throw new Error('Only a schema with an $id can be referred to');
  return schema.$id;
}
