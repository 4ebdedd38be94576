/** An OpenAPI document, as far as it is rearranged here. */
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

interface Operation {
  operationId?: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Response | Reference>;
}

interface Parameter {
  name: string;
  in: string;
}

interface Response {
  description: string;
  headers?: Record<string, object>;
}

interface Reference {
  $ref: string;
}

/** Something that may stand in several operations, and how to put a reference in its place. */
interface Place {
  section: 'parameters' | 'headers' | 'responses';
  /** Without its tag, if it is a parameter. */
  name: string;
  tag: string;
  value: object;
  refer(reference: Reference): void;
}

/**
 * Puts what several operations have in common into components and refers to it: parameters, answers and
 * their headers. Names follow from what it is, so that they stay when operations are added:
 * `LimitParam`, and `QuoteKindParam` where only operations on quotes have it.
 */
export function hoistCommon(document: object): object {
  const copy = structuredClone(document) as Document;
  const operations = Object.values(copy.paths).flatMap((methods) => Object.values(methods));
  // A response that is hoisted takes its headers along: they have to be references by then.
  hoist(copy, operations.flatMap(headersOf));
  hoist(copy, operations.flatMap(responsesOf));
  hoist(copy, operations.flatMap(parametersOf));
  return copy;
}

function hoist({ components }: Document, places: readonly Place[]): void {
  for (const same of Map.groupBy(places, ({ value }) => JSON.stringify(value)).values()) {
    const [first] = same;
    if (first === undefined || same.length === 1) continue;
    const { section, value } = first;
    const name = nameOf(first, new Set(same.map(({ tag }) => tag)));
    components[section] ??= {};
    // Of two that would have one name, the second stays where it is.
    if (components[section][name] !== undefined) continue;
    components[section][name] = value;
    for (const { refer } of same) refer({ $ref: `#/components/${section}/${name}` });
  }
}

/** The timeline takes the filters of lists, which keep their names. */
const borrowing: ReadonlySet<string> = new Set(['Timeline']);

function nameOf({ section, name }: Place, tags: ReadonlySet<string>): string {
  if (section !== 'parameters') return name;
  const [tag = '', ...others] = tags.difference(borrowing);
  if (others.length > 0) return `${name}Param`;
  return `${tag.replace(/s$/, '')}${name}Param`;
}

function parametersOf(operation: Operation): Place[] {
  const { parameters = [] } = operation;
  const tag = subjectOf(operation);
  return parameters.flatMap((value, index) => {
    if ('$ref' in value) return [];
    const refer = (reference: Reference) => {
      parameters[index] = reference;
    };
    // An id in a path, and a header, mean the same wherever they stand.
    if (value.in !== 'query') {
      const name = value.in === 'path' ? `${pascal(value.name)}Id` : pascal(value.name);
      return [{ section: 'parameters', name, tag: '', value, refer }];
    }
    // `ActorIdParam` is one in a path; a list takes several.
    const name = value.name === 'id' ? 'Ids' : pascal(value.name);
    return [{ section: 'parameters', name, tag, value, refer }];
  });
}

/** What it is about: of exports, what they export. */
function subjectOf({ operationId = '', tags: [tag = ''] = [] }: Operation): string {
  const [, exported] = /^export([A-Z][a-z]+)[A-Z]/.exec(operationId) ?? [];
  return exported ?? tag;
}

function responsesOf({ responses }: Operation): Place[] {
  return Object.entries(responses).flatMap(([status, value]) => {
    if ('$ref' in value) return [];
    const refer = (reference: Reference) => {
      responses[status] = reference;
    };
    return [{ section: 'responses', name: pascal(value.description), tag: '', value, refer }];
  });
}

function headersOf({ responses }: Operation): Place[] {
  return Object.values(responses).flatMap((response) => {
    if ('$ref' in response) return [];
    const { headers = {} } = response;
    return Object.entries(headers).map(([name, value]): Place => {
      const refer = (reference: Reference) => {
        headers[name] = reference;
      };
      return { section: 'headers', name: pascal(name), tag: '', value, refer };
    });
  });
}

/** `Invalid parameter.` → `InvalidParameter` */
function pascal(words: string): string {
  return words.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
