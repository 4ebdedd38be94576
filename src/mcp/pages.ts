import { capitalized } from '../resource/capitalized.ts';
import type { Resource } from '../resource/resource.ts';
import { type Arguments, type AskRoute, inToolTerms, ToolError } from './ask-route.ts';
import type { Plain } from './input-schema.ts';
import { shorten } from './shorten.ts';

/** A list as a route answers it. */
export interface Page<Item = { id: string }> {
  data: Item[];
  page: { next: string | null; total: number | null; complete: boolean; hint: string | null };
  facets?: object | null;
}

/** An agent has to read all of it, and pays for that. */
export const mostItems = 50;
const usualLimit = 10;

/** How long answers of lists are, and how to go on: other than a route has it. */
export const pageParameters = {
  limit: { type: 'integer', minimum: 1, maximum: mostItems, default: usualLimit },
  cursor: { type: 'string', description: '`next` of the answer before, to go on.' },
} as const satisfies Record<string, Plain>;

/** What was given for a list, with a limit. @throws ToolError where that is too high */
export function withLimit(given: Arguments): Arguments {
  const limit = given.limit ?? usualLimit;
  if (Number(limit) > mostItems)
    throw new ToolError(`limit must be at most ${mostItems}; go on with cursor.`);
  return { ...given, limit };
}

/**
 * What a page says beside its items, as far as it says anything.
 * @param more what a tool tells beside the page’s own hint
 */
export function restOf(
  { page, facets }: Page<unknown>,
  more: string | null = null,
): Record<string, unknown> {
  const { next, total, hint, complete } = page;
  return {
    ...(total !== null && { total }),
    ...(facets && { facets }),
    ...(next !== null && { next }),
    ...hintOf(hint, more),
    ...(!complete && { complete }),
  };
}

/** All that is to be told beside an answer: the hint of a route, and what a tool adds to it. */
export function hintOf(hint: string | null, more: string | null): { hint?: string } {
  const told = [hint === null ? null : inToolTerms(hint), more].filter((it) => it !== null);
  return told.length === 0 ? {} : { hint: told.join(' ') };
}

export function listOperation({ name }: Resource): string {
  return `list${capitalized(name)}`;
}

/** Asks for all items with these ids, however long they are together. */
export async function listByIds<Item>(
  ask: AskRoute,
  resource: Resource,
  id: readonly string[],
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const given: Arguments = { id, limit: id.length, ...(cursor !== null && { cursor }) };
    const { data, page }: Page<Item> = await ask(listOperation(resource), given);
    items.push(...data);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** Asks for a list, and gives its items as an answer of a tool has them. */
export async function listFacts(
  ask: AskRoute,
  resource: Resource,
  given: Arguments,
): Promise<Record<string, unknown>> {
  const page = await ask<Page>(listOperation(resource), given);
  const facts = page.data.map((item) => toFact(resource, item));
  const isEmpty = facts.length === 0 && page.page.hint === null;
  return { facts, ...restOf(page, isEmpty ? emptyHint : null) };
}

const emptyHint = 'Nothing meets all of that: leave out a filter or a word.';

function toFact({ singular, schema }: Resource, item: object): object {
  return { type: singular, ...(shorten(schema, item) as object) };
}

/** What the answers of tools that give facts have in common. */
export const factsSchema = {
  type: 'object',
  properties: {
    facts: {
      type: 'array',
      items: { type: 'object', required: ['type', 'id'] },
      description: 'Each with its article and `mentions` [{start, end, exact}].',
    },
    next: { type: 'string' },
    hint: { type: 'string' },
  },
  required: ['facts'],
} as const;
