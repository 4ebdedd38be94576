interface Operation {
  parameters?: Parameter[];
}

/** A parameter of an operation, as the routes describe it. */
export interface Parameter {
  name: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}

interface Schema {
  $ref?: string;
  type?: string;
  default?: unknown;
  items?: Schema;
  examples?: unknown[];
}

/** The filters that are asked for most: the first of them that a list has is filled in. */
const usual = ['participant', 'subject', 'factType', 'kind', 'language'];

/**
 * Swagger UI fills in each parameter that has an `example`, and with all of them a list finds one item. Only
 * what is required keeps it, or else the most usual filter. The others have it in their schemas, from where
 * "Add item" takes it, and in words where no list of values shows what is meant.
 */
export function prefillFew(operations: readonly Operation[]): void {
  for (const { parameters = [] } of operations) {
    const isSearch = parameters.some((it) => it.name === 'q' && it.required);
    const filled = isSearch
      ? undefined
      : usual.find((name) => parameters.some((it) => it.name === name));
    for (const parameter of parameters) {
      const isFilled = parameter.required || parameter.name === filled;
      showExample(parameter, isFilled);
      if (!isFilled) delete parameter.example;
    }
  }
}

function showExample(parameter: Parameter, isFilled: boolean): void {
  const { example, schema } = parameter;
  const { items, type, $ref } = schema;
  if (example === undefined) return;
  if (items !== undefined) items.examples = [example].flat();
  // A default is filled in all the same, and says enough. Of what refers to a list of values, some clients
  // would forget the type if anything stood beside the reference.
  else if (!isFilled && schema.default === undefined && $ref === undefined) {
    schema.examples = [example];
    if (type !== 'boolean')
      parameter.description = `${parameter.description} For example \`${example}\`.`;
  }
}
