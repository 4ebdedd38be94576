/** As much of a document as clients depend on. */
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
  };
}

interface Operation {
  operationId: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Response | Reference>;
}

interface Response {
  content?: Content;
}

interface Reference {
  $ref: string;
}

type Content = Record<string, { schema?: Schema }>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  [bound: string]: unknown;
}

export interface Breakage {
  /** What it is about, as the CHANGELOG has to name it: `GET /v1/quotes`, `Quote.text`. */
  subject: string;
  /** What became of it. */
  change: string;
}

/** What of the later document breaks clients that were made of the earlier one. */
export function findBreaking(earlier: Document, later: Document): Breakage[] {
  const found: Breakage[] = [];
  const report = (subject: string, change: string) => found.push({ subject, change });

  for (const [path, methods] of Object.entries(earlier.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const subject = `${method.toUpperCase()} ${path}`;
      const now = later.paths[path]?.[method];
      if (now === undefined) report(subject, 'is gone');
      else compareOperations(subject, operation, now);
    }
  const inputs = namesOfInputs(earlier);
  for (const [name, schema] of Object.entries(earlier.components.schemas)) {
    const now = later.components.schemas[name];
    if (now === undefined) report(name, 'is gone');
    else compareSchemas(name, schema, now, inputs.has(name));
  }
  return found;

  function compareOperations(subject: string, before: Operation, now: Operation): void {
    if (now.operationId !== before.operationId)
      report(subject, `is ${now.operationId} now, no longer ${before.operationId}`);
    const parameters = parametersOf(later, now);
    const known = parametersOf(earlier, before);
    for (const [name, parameter] of known) {
      const same = parameters.get(name);
      if (same === undefined) report(subject, `no longer takes ${name}`);
      else compareSchemas(`${subject} ${name}`, parameter.schema, same.schema, true);
    }
    for (const [name, { required }] of parameters)
      if (required && !known.get(name)?.required) report(subject, `requires ${name}`);
    if (now.requestBody?.required && !before.requestBody?.required)
      report(subject, 'requires a body');
    for (const [type, { schema = {} }] of Object.entries(before.requestBody?.content ?? {})) {
      const same = now.requestBody?.content[type]?.schema;
      if (same === undefined) report(subject, `no longer takes ${type}`);
      else compareSchemas(`${subject} body`, schema, same, true);
    }
    for (const [status, { content = {} }] of responsesOf(earlier, before))
      for (const [type, { schema = {} }] of Object.entries(content)) {
        const same = responsesOf(later, now).get(status)?.content?.[type]?.schema;
        if (same === undefined) report(subject, `no longer answers ${status} as ${type}`);
        else compareSchemas(`${subject} ${status}`, schema, same, false);
      }
  }

  function compareSchemas(subject: string, before: Schema, now: Schema, isInput: boolean): void {
    if (shapeOf(before) !== shapeOf(now)) {
      report(subject, `is ${shapeOf(now)} now, no longer ${shapeOf(before)}`);
      return;
    }
    for (const value of before.enum ?? [])
      if (!now.enum?.includes(value)) report(subject, `no longer has the value ${value}`);
    if (isInput) compareBounds(subject, before, now);
    for (const [name, property] of Object.entries(before.properties ?? {})) {
      const same = now.properties?.[name];
      if (same === undefined) report(`${subject}.${name}`, 'is gone');
      else compareSchemas(`${subject}.${name}`, property, same, isInput);
    }
    const [first, second] = isInput ? [now, before] : [before, now];
    for (const name of first.required ?? [])
      if (!second.required?.includes(name) && now.properties?.[name] !== undefined)
        report(`${subject}.${name}`, isInput ? 'is required' : 'may be missing');
    if (before.items && now.items) compareSchemas(`${subject}[]`, before.items, now.items, isInput);
    const [values, valuesNow] = [before.additionalProperties, now.additionalProperties];
    if (typeof values === 'object' && typeof valuesNow === 'object')
      compareSchemas(`${subject}{}`, values, valuesNow, isInput);
  }

  function compareBounds(subject: string, before: Schema, now: Schema): void {
    for (const bound of ['minimum', 'minLength', 'minItems'])
      if (Number(now[bound] ?? -Infinity) > Number(before[bound] ?? -Infinity))
        report(subject, `has to have a ${bound} of ${now[bound]}`);
    for (const bound of ['maximum', 'maxLength', 'maxItems'])
      if (Number(now[bound] ?? Infinity) < Number(before[bound] ?? Infinity))
        report(subject, `has to have a ${bound} of ${now[bound]}`);
    if (now.pattern !== undefined && now.pattern !== before.pattern)
      report(subject, `has to match ${now.pattern}`);
    if (now.enum !== undefined && before.enum === undefined)
      report(subject, `has to be one of ${now.enum.join(', ')}`);
  }
}

/** What type a client has for it, without what is inside. */
function shapeOf({ $ref, type, format, oneOf, items, additionalProperties }: Schema): string {
  const parts = [
    $ref?.split('/').at(-1),
    [type ?? []].flat().sort().join('|'),
    format,
    oneOf?.map(shapeOf).sort().join('|'),
    items && `of ${shapeOf(items)}`,
    typeof additionalProperties === 'object' && `of any key to ${shapeOf(additionalProperties)}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** The parameters by name and place. */
function parametersOf({ components }: Document, { parameters = [] }: Operation) {
  const all = parameters.map((it) => resolve(it, components.parameters));
  return new Map(all.map((it) => [`${it.name} (${it.in})`, it]));
}

/** The responses by status. */
function responsesOf({ components }: Document, { responses }: Operation) {
  return new Map(
    Object.entries(responses).map(([status, it]) => [status, resolve(it, components.responses)]),
  );
}

/** The component that is referred to, or what stands here itself. */
function resolve<Thing extends object>(
  it: Thing | Reference,
  components: Record<string, Thing> = {},
): Thing {
  if (!('$ref' in it)) return it;
  const found = components[it.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`${it.$ref} is not there`);
  return found;
}

/** The components that bodies are made of; their required fields have to be sent. */
function namesOfInputs({ paths, components }: Document): Set<string> {
  const names = new Set<string>();
  for (const methods of Object.values(paths))
    for (const { requestBody } of Object.values(methods)) visit(requestBody);
  return names;

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node) {
      const name = String(node.$ref).split('/').at(-1) ?? '';
      if (names.has(name)) return;
      names.add(name);
      visit(components.schemas[name]);
    }
    for (const child of Object.values(node)) visit(child);
  }
}
