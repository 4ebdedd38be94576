/** As much of JSON Schema as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: readonly string[];
  oneOf?: readonly Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  description?: string;
}

/** Words that nothing else may be called in Python. */
export const keywords: ReadonlySet<string> = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False'.split(
    ' ',
  ),
);

const scalars: Readonly<Record<string, string>> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  null: 'None',
};

/** The type as Python writes it; components by their names. */
export function pythonType(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.enum !== undefined) return literal(schema.enum.map(pythonString));
  if (schema.oneOf !== undefined) return schema.oneOf.map(pythonType).join(' | ');
  const types = [schema.type ?? 'unknown'].flat().map((type) => {
    if (type === 'array') return `list[${pythonType(schema.items ?? {})}]`;
    if (type === 'object') return `dict[str, ${valueType(schema)}]`;
    return scalars[type] ?? 'Any';
  });
  return types.join(' | ');
}

function literal(values: readonly string[]): string {
  const line = `Literal[${values.join(', ')}]`;
  return line.length < 80 ? line : `Literal[\n    ${values.join(',\n    ')},\n]`;
}

function valueType({ additionalProperties }: Schema): string {
  return typeof additionalProperties === 'object' ? pythonType(additionalProperties) : 'Any';
}

export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The component as a class, or as another name of its type. */
export function pythonDeclaration(name: string, schema: Schema): string {
  const { properties, required = [] } = schema;
  if (properties === undefined) {
    const type = `${name}: TypeAlias = ${quoted(pythonType(schema))}`;
    return `${type}\n${docstring(schema.description, '')}`;
  }
  const fields = Object.entries(properties).map(([field, of]) => {
    const type = pythonType(of);
    return { field, of, type: required.includes(field) ? type : `NotRequired[${type}]` };
  });
  if (fields.every(({ field }) => /^\w+$/.test(field) && !keywords.has(field))) {
    const lines = fields.map(
      ({ field, of, type }) => `    ${field}: ${type}\n${docstring(of.description, '    ')}`,
    );
    return `class ${name}(TypedDict):\n${docstring(schema.description, '    ')}\n${lines.join('')}`;
  }
  // A class can’t have fields like `@graph` and `in`.
  const lines = fields.map(
    ({ field, type }) => `        ${pythonString(field)}: ${quoted(type)},\n`,
  );
  return `${name} = TypedDict(\n    "${name}",\n    {\n${lines.join('')}    },\n)\n${docstring(schema.description, '')}`;
}

/** A component may be declared further below. */
function quoted(type: string): string {
  const [, inner] = /^NotRequired\[(.*)\]$/.exec(type) ?? [];
  if (inner !== undefined) return `NotRequired[${quoted(inner)}]`;
  return type.startsWith('Literal[') ? type : pythonString(type);
}

function pythonString(text: string): string {
  return JSON.stringify(text);
}

/** Nothing where there is no text. */
export function docstring(text: string | undefined, indent: string): string {
  if (text === undefined) return '';
  const safe = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""');
  return `${indent}"""${safe.replaceAll(/\n(?!\n)/g, `\n${indent}`).replace(/"$/, '\\"')}"""\n`;
}
