import { type TSchema, Type } from 'typebox';
import { type ListRequest, searchParameter } from '../http/listing.ts';
import type { Selection } from '../store/plan.ts';
import { parseQuery } from '../text/query.ts';
import { isFactType, type Resource } from './resource.ts';

/** The parameters that say which items are meant. */
export function filterParameters(resource: Resource): Record<string, TSchema> {
  const filters = Object.entries(resource.filters).map(
    ([name, { parameter }]) => [name, Type.Optional(parameter)] as const,
  );
  return {
    ...(isFactType(resource) && { q: Type.Optional(searchParameter(resource.exampleSearch)) }),
    ...Object.fromEntries(filters),
  };
}

/** Which items are meant, and in which order. */
export function selectionOf(
  { name, filters }: Resource,
  {
    filters: given,
    q,
    order,
    descending,
  }: Pick<ListRequest, 'filters' | 'q' | 'order' | 'descending'>,
): Selection {
  return {
    table: name,
    filters: given.flatMap(([filter, values]) => {
      const { where, toStored } = filters[filter] ?? {};
      return where ? [{ where, values: toStored ? values.map(toStored) : values }] : [];
    }),
    phrases: q === null ? null : parseQuery(q),
    order,
    descending,
  };
}
