/** What the tests read of the OpenAPI document. */
export interface OpenApi {
  openapi: string;
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<string, Operation>>>;
  components: { schemas: Record<string, object> };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: { $ref: string } }> };
  responses: Record<
    string,
    { description: string; headers?: object; content?: Record<string, Media> }
  >;
}

interface Media {
  schema: { $ref: string; type?: string; format?: string };
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description: string;
  example?: unknown;
  schema: {
    $ref?: string;
    type?: string;
    default?: unknown;
    examples?: unknown[];
    items?: { examples?: unknown[] };
  };
}

/** What Swagger UI fills in, or puts there when an item is added, or what the schema has. */
export function examplesOf({ example, schema }: Pick<Parameter, 'example' | 'schema'>): unknown[] {
  if (example !== undefined) return [example].flat();
  return (
    schema.items?.examples ??
    schema.examples ??
    (schema.default === undefined ? [] : [schema.default])
  );
}

/** The document with parameters, headers and responses written out where they are referred to. */
export function writeOut(document: OpenApi): OpenApi {
  const { components } = document as unknown as {
    components: Record<string, Record<string, unknown>>;
  };
  return { ...document, paths: visit(document.paths) as OpenApi['paths'] };

  function visit(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const [, section = '', name = ''] =
      '$ref' in node
        ? (/^#\/components\/(parameters|headers|responses)\/(\w+)$/.exec(String(node.$ref)) ?? [])
        : [];
    if (section !== '') return visit(components[section]?.[name]);
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
  }
}
