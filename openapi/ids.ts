import { longestSlug, slugPattern } from '../src/model/identifiers.ts';

const name = 'Id';

const form = { type: 'string', pattern: slugPattern, maxLength: longestSlug };

/**
 * Gives ids a name, in place of the same pattern wherever nothing else is said of one: some generators
 * would make a type of each place.
 */
export function nameIds<Document extends { components: { schemas: Record<string, object> } }>(
  document: Document,
): Document {
  const named = visit(document) as Document;
  named.components.schemas = Object.fromEntries(
    Object.entries({
      ...named.components.schemas,
      [name]: { ...form, description: 'An id: a slug, stable for ever.' },
    }).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return named;
}

function visit(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(visit);
  if (isPlainId(node)) return { $ref: `#/components/schemas/${name}` };
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
}

/** Whose description says no more than the names of the field and of what has it do. */
function isPlainId({ description = '', ...rest }: { description?: string }): boolean {
  return (
    /^(An id\.|Id of (the|an) \w+\.)?$/.test(description) &&
    JSON.stringify(rest) === JSON.stringify(form)
  );
}
