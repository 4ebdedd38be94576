interface Component {
  enum?: string[];
  'x-enum-varnames'?: string[];
}

/** What every enum has of itself in Kotlin: a member of that name doesn’t compile. */
const taken: ReadonlySet<string> = new Set(['name', 'value']);

/** Names the members of orders that generators could not name after their values: `ByName`. */
export function nameEnumMembers(schemas: Record<string, Component>): void {
  for (const schema of Object.values(schemas))
    if (schema.enum?.some((it) => taken.has(it)))
      schema['x-enum-varnames'] = schema.enum.map(
        (it) => `By${it.charAt(0).toUpperCase()}${it.slice(1)}`,
      );
}
