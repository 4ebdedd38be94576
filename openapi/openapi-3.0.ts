type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document in 3.0.3, for generators that lag behind; both accept the same JSON.
 *
 * @throws Error where it uses what has no counterpart
 */
export function toOpenApi30(document: Json): Json {
  const { components, info, ...rest } = document;
  const { summary: _, license, ...common } = info as Json & { license: Json };
  const { identifier, ...named } = license;
  const schemas = (components as Json).schemas as Record<string, Json>;

  return toObject({
    ...rest,
    openapi: '3.0.3',
    info: { ...common, license: { ...named, url: `https://spdx.org/licenses/${identifier}.html` } },
    components,
  });

  /** Anything that holds schemas. */
  function toNode(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(toNode);
    return isObject(node) ? toObject(node) : node;
  }

  function toObject({ example, ...node }: Json): Json {
    return mapValues(isPublished(example) ? { ...node, example } : node, (value, key) => {
      if (key === 'example' || key === 'examples') return value;
      if (key === 'schema') return toSchema(value);
      if (key === 'schemas') return mapValues(value as Json, toSchema);
      return toNode(value);
    });
  }

  function toSchema(schema: unknown): unknown {
    if (!isObject(schema)) return schema;
    // Nothing may stand beside a reference in 3.0.
    if ('$ref' in schema) return { $ref: schema.$ref };
    // What 3.0 can't say of the keys of a map goes unsaid.
    const { type, oneOf, examples, const: constant, propertyNames: _, ...others } = schema;
    return {
      ...toType(type),
      ...(Array.isArray(oneOf) && toAlternatives(oneOf)),
      ...mapValues(others, (value, key) => {
        if (key === 'properties') return mapValues(value as Json, toSchema);
        if (key === 'items' || key === 'additionalProperties') return toSchema(value);
        if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum' || key.startsWith('$'))
          throw new Error(`Say in openapi/openapi-3.0.ts what ${key} is in OpenAPI 3.0`);
        return Array.isArray(value) && key === 'allOf' ? value.map(toSchema) : value;
      }),
      ...(constant !== undefined && { enum: [constant] }),
      ...(Array.isArray(examples) && isPublished(examples[0]) && { example: examples[0] }),
    };
  }

  /** A reference that may be null needs the type beside it: by 3.0.3 `nullable` says nothing without. */
  function toAlternatives(oneOf: unknown[]): Json {
    const [reference, ...more] = oneOf.filter((it) => !(isObject(it) && it.type === 'null'));
    if (more.length === oneOf.length - 1) return { oneOf: oneOf.map(toSchema) };
    const name = isObject(reference) ? String(reference.$ref).split('/').at(-1) : undefined;
    const target = name === undefined ? undefined : schemas[name];
    if (target === undefined || more.length > 0)
      throw new Error('Only a single reference to a component may be null');
    return { type: target.type, nullable: true, allOf: [reference] };
  }
}

function toType(type: unknown): Json {
  if (!Array.isArray(type)) return type === undefined ? {} : { type };
  const [name, ...more] = type.filter((it) => it !== 'null');
  if (more.length > 0) throw new Error(`A value of several types: ${type.join(', ')}`);
  return { type: name, ...(type.includes('null') && { nullable: true }) };
}

/** Null in an object's example would be checked against `allOf` of a reference, and fail. */
function isPublished(example: unknown): boolean {
  return example !== undefined && !isObject(example);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(object: Json, map: (value: unknown, key: string) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
