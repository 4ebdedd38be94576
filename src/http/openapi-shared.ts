/** What several operations have alike, said once: a document half as long, and one type in a client where there were many. */

type Json = Record<string, unknown>;

interface Operation extends Json {
  tags?: string[];
  parameters?: Json[];
  responses?: Record<string, Json>;
}

/**
 * Moves parameters and error responses that stand more than once into `components`, and refers to them.
 * Their names end up in generated clients, so they come from what they are: `LimitParameter`,
 * `NotFoundProblem`; where a name means different things, its tag tells them apart.
 */
export function shareAlike(document: object): object {
  const { paths = {}, components = {} } = document as {
    paths?: Record<string, Record<string, Operation>>;
    components?: Json;
  };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const parameters = collect(
    operations.flatMap((operation) =>
      (operation.parameters ?? []).map((value) => ({
        value,
        name: `${pascal(String(value.name))}${value.in === 'path' ? 'Id' : ''}Parameter`,
        within: singular(operation.tags?.[0] ?? ''),
      })),
    ),
  );
  const responses = collect(
    operations.flatMap((operation) =>
      Object.entries(operation.responses ?? {})
        .filter(([status]) => Number(status) >= 400)
        .map(([, value]) => ({ value, name: `${problemName(value)}Problem`, within: '' })),
    ),
  );
  const shared = (found: ReadonlyMap<string, string>, section: string) => (value: Json) => {
    const name = found.get(JSON.stringify(value));
    return name === undefined ? value : { $ref: `#/components/${section}/${name}` };
  };
  const byPath = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        {
          ...operation,
          ...(operation.parameters && {
            parameters: operation.parameters.map(shared(parameters, 'parameters')),
          }),
          ...(operation.responses && {
            responses: Object.fromEntries(
              Object.entries(operation.responses).map(([status, value]) => [
                status,
                shared(responses, 'responses')(value),
              ]),
            ),
          }),
        },
      ]),
    ),
  ]);
  return {
    ...document,
    components: {
      ...components,
      parameters: toComponents(parameters),
      responses: toComponents(responses),
    },
    paths: Object.fromEntries(byPath),
  };
}

interface Candidate {
  value: Json;
  name: string;
  within: string;
}

/** Of what stands more than once, as JSON: its name. */
function collect(candidates: readonly Candidate[]): Map<string, string> {
  const groups = [...Map.groupBy(candidates, ({ value }) => JSON.stringify(value))].filter(
    ([, group]) => group.length > 1,
  );
  const names = new Map<string, string>();
  const meanings = Map.groupBy(groups, ([, group]) => group[0]?.name ?? '');
  const taken = new Set<string>();
  for (const [name, alike] of meanings)
    for (const [text, group] of alike) {
      const own = alike.length === 1 ? name : `${group[0]?.within}${name}`;
      if (taken.has(own)) continue;
      taken.add(own);
      names.set(text, own);
    }
  return names;
}

function toComponents(names: ReadonlyMap<string, string>): Json {
  const entries = Array.from(names, ([text, name]) => [name, JSON.parse(text)] as const);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function problemName({ description }: Json): string {
  return String(description).replace(/\.$/, '').split('; ').map(pascal).join('Or');
}

function pascal(words: string): string {
  return words.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function singular(tag: string): string {
  return tag.replace(/ies$/, 'y').replace(/s$/, '');
}
