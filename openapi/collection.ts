// Makes of the OpenAPI document a collection for people who try requests by hand: Postman’s format 2.1, as it is one
// file, and Bruno, Insomnia, Hoppscotch and newman read it too.

interface Schema {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  example?: unknown;
  examples?: readonly unknown[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description: string;
  example?: unknown;
  schema: Schema;
}

interface Operation {
  summary: string;
  description: string;
  tags: readonly string[];
  parameters?: readonly (Parameter | { $ref: string })[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  security?: readonly object[];
}

interface Document {
  info: { title: string; version: string };
  tags: readonly { name: string; description: string }[];
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
  paths: Record<string, Record<string, Operation>>;
}

/** Where `npm start` listens. */
const server = 'http://127.0.0.1:3000';
const writing = 'Writing';

/**
 * A folder for each tag, a request for each operation: with what it must be asked for and the first of its filters,
 * the others to be ticked. What writes comes last, and takes the variable `key`.
 */
export function makeCollection(document: Document): object {
  const requests = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const folder = writes(operation) ? writing : operation.tags[0];
      return { folder, request: toRequest(document, path, method, operation) };
    }),
  );
  const folders = [
    ...document.tags,
    { name: writing, description: 'Takes an API key: set the variable `key`.' },
  ];
  const { title, version } = document.info;
  return {
    info: {
      name: title,
      version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [
      { key: 'baseUrl', value: server },
      { key: 'key', value: '' },
    ],
    item: folders.map(({ name, description }) => ({
      name,
      description,
      item: requests.filter(({ folder }) => folder === name).map(({ request }) => request),
    })),
  };
}

function toRequest(document: Document, path: string, method: string, operation: Operation) {
  const { parameters, schemas } = document.components;
  const all = (operation.parameters ?? []).map((it) =>
    '$ref' in it ? (parameters[endOf(it.$ref)] as Parameter) : it,
  );
  const body = operation.requestBody?.content['application/json'].schema;
  const query = all.filter((it) => it.in === 'query');
  const filter = query.find((it) => exampleOf(it) !== undefined);
  const variables = all
    .filter((it) => it.in === 'path')
    .map((it) => ({ key: it.name, value: String(exampleOf(it)), description: it.description }));
  const pairs = query.flatMap((it) =>
    [exampleOf(it) ?? ''].flat().map((value) => ({
      key: it.name,
      value: inQuery(String(value)),
      description: it.description,
      ...(!it.required && it !== filter && { disabled: true }),
    })),
  );
  const asked = pairs
    .filter(({ disabled }) => !disabled)
    .map(({ key, value }) => `${key}=${value}`);
  const url = `{{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  return {
    name: operation.summary,
    request: {
      method: method.toUpperCase(),
      description: operation.description,
      ...(writes(operation) && {
        auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{key}}', type: 'string' }] },
      }),
      header: all
        .filter((it) => it.in === 'header')
        .map((it) => ({
          key: it.name,
          value: String(exampleOf(it) ?? ''),
          description: it.description,
          disabled: true,
        })),
      url: {
        raw: asked.length === 0 ? url : `${url}?${asked.join('&')}`,
        host: ['{{baseUrl}}'],
        path: path
          .slice(1)
          .replaceAll(/\{(\w+)\}/g, ':$1')
          .split('/'),
        query: pairs,
        variable: variables,
      },
      ...(body !== undefined && {
        body: {
          mode: 'raw',
          raw: JSON.stringify(exampleOfSchema(schemas[endOf(body.$ref ?? '')] ?? {}), null, 2),
          options: { raw: { language: 'json' } },
        },
      }),
    },
  };
}

function writes({ security = [] }: Operation): boolean {
  return security.length > 0;
}

/** Tools encode what can’t stand in an address, but not what has a meaning there. */
function inQuery(value: string): string {
  return value.replaceAll(/[%&+#]/g, encodeURIComponent);
}

function endOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function exampleOf({ example, schema }: Parameter): unknown {
  return example ?? exampleOfSchema(schema) ?? exampleOfSchema(schema.items ?? {});
}

/** Its own, or one put together of its fields’. */
function exampleOfSchema({ example, examples, properties }: Schema): unknown {
  const own = example ?? examples?.[0];
  if (own !== undefined || properties === undefined) return own;
  const fields = Object.entries(properties).map(([name, it]) => [name, exampleOfSchema(it)]);
  return Object.fromEntries(fields.filter(([, it]) => it !== undefined));
}
