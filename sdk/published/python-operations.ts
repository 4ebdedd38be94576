import { docstring, keywords, nameOf, pythonType, type Schema } from './python-schemas.ts';

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: readonly Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export type Schemas = Readonly<Record<string, Schema>>;

export interface Route {
  path: string;
  method: string;
  /** With common parts written out, but schemas. */
  operation: Operation;
}

/** The filters and the like of an operation, as arguments by keyword; nothing where it has none. */
export function declareParameters({ operation }: Route): string {
  const query = parametersIn(operation, 'query');
  if (query.length === 0) return '';
  const lines = query.map(({ name, required, schema, description }) => {
    const type = argumentType(schema);
    const field = `    ${argumentName(name)}: ${required ? `Required[${type}]` : type}\n`;
    return field + docstring(description, '    ');
  });
  return `class ${parametersName(operation)}(TypedDict, total=False):\n${lines.join('')}`;
}

/** A method that reads. */
export function declareMethod(route: Route, routes: readonly Route[], schemas: Schemas): string {
  const { path, method, operation } = route;
  const ids = parametersIn(operation, 'path').map(({ name }) => name);
  const hasQuery = parametersIn(operation, 'query').length > 0;
  const body = operation.requestBody?.content['application/json']?.schema;
  const args = [
    'self',
    ...ids.map((id) => `${id}: str`),
    ...(body === undefined ? [] : [`body: ${pythonType(body)}`]),
    ...(hasQuery ? [`**params: Unpack[${parametersName(operation)}]`] : []),
  ];
  const given = [...ids.map((id) => `"${id}": ${id}`), ...(hasQuery ? ['**params'] : [])];
  const { helper, type } = returned(route, routes, schemas);
  const values = [`"${path}"`, `{${given.join(', ')}}`, ...(body === undefined ? [] : ['body'])];
  const call = `self._${method === 'post' ? 'post' : helper}(${values.join(', ')})`;
  // mypy wants to be told what JSON is.
  const typed =
    helper === 'get' ? `answer: ${type} = ${call}\n        return answer` : `return ${call}`;
  return `    def ${snake(operation.operationId)}(${args.join(', ')}) -> ${type}:
${docstring(`${operation.summary}.\n\n${operation.description}`, '        ')}        ${typed}
`;
}

function returned({ path, operation }: Route, routes: readonly Route[], schemas: Schemas) {
  const name = answerOf(operation);
  const item = itemOf(name, schemas);
  if (item !== undefined) return { helper: 'list', type: `Listing[${item}, ${name}]` };
  if (name !== undefined) return { helper: 'get', type: name };
  // An export has the items of the list of that name.
  const [, list] = /^\/v1\/exports\/(\w+)\.ndjson$/.exec(path) ?? [];
  const exported = routes.find((it) => list !== undefined && it.path === `/v1/${list}`);
  const line = exported && itemOf(answerOf(exported.operation), schemas);
  return line === undefined
    ? { helper: 'stream', type: 'Iterator[bytes]' }
    : { helper: 'lines', type: `Iterator[${line}]` };
}

/** The component that it answers with, unless that is a file. */
function answerOf({ responses }: Operation): string | undefined {
  const [[media = '', content] = []] = Object.entries(responses['200']?.content ?? {});
  const ref = content?.schema.$ref;
  return ref !== undefined && /[/+]json$/.test(media) ? nameOf(ref) : undefined;
}

/** What a page has. */
function itemOf(page: string | undefined, schemas: Schemas): string | undefined {
  const properties = schemas[page ?? '']?.properties ?? {};
  const ref = 'page' in properties ? properties.data?.items?.$ref : undefined;
  return ref === undefined ? undefined : nameOf(ref);
}

function parametersIn({ parameters = [] }: Operation, place: string) {
  return parameters.filter((it) => it.in === place);
}

function parametersName({ operationId }: Operation): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Params`;
}

/** As PEP 8 has it: what Python keeps for itself has a line behind it. */
function argumentName(name: string): string {
  return keywords.has(name) ? `${name}_` : name;
}

/** Of several values one may stand alone. */
function argumentType(schema: Schema): string {
  if (schema.type !== 'array') return pythonType(schema);
  const item = pythonType(schema.items ?? {});
  return `${item} | Sequence[${item}]`;
}

function snake(operationId: string): string {
  return operationId.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
