import type { TSchema } from 'typebox';

/** What the schema of a documented list says of one of its values; empty where it says nothing. */
export function meaningOf(schema: TSchema, value: string): string {
  const { description = '' } = schema as { description?: string };
  const [, rest = ''] = description.split(`\`${value}\``, 2);
  const [meaning = ''] = rest.split(/[;.](?:\s|$)|, `/, 1);
  return meaning.replace(/^[:\s]+/, '').replace(/^\((.*)\)$/, '$1');
}
