import { type TSchema, Type } from 'typebox';
import { searchParameter } from '../http/list-parameters.ts';
import type { ListRequest } from '../http/listing.ts';
import { type NamedValues, notParameter } from '../http/negation.ts';
import type { Selection, Filter as StoredFilter } from '../store/plan.ts';
import { parseQuery } from '../text/query.ts';
import { isSearched, type Resource } from './resource.ts';

/** The parameters that say which items are meant. */
export function filterParameters(resource: Resource): Record<string, TSchema> {
  const filters = Object.entries(resource.filters).map(
    ([name, { parameter }]) => [name, Type.Optional(parameter)] as const,
  );
  return {
    ...(isSearched(resource) && { q: Type.Optional(searchParameter(resource.exampleSearch)) }),
    ...Object.fromEntries(filters),
    not: notParameter(Object.keys(resource.filters), resource.exampleNot),
  };
}

/** Which items are meant, and in which order. */
export function selectionOf(
  { name, filters }: Resource,
  {
    filters: given,
    not,
    q,
    order,
    descending,
  }: Pick<ListRequest, 'filters' | 'not' | 'q' | 'order' | 'descending'>,
): Selection {
  const toFilters = ([filter, values]: NamedValues[number]): StoredFilter[] => {
    const { where, toStored } = filters[filter] ?? {};
    return where ? [{ where, values: toStored ? values.map(toStored) : values }] : [];
  };
  const toNegated = (named: NamedValues[number]) =>
    toFilters(named).flatMap(({ where, values }): StoredFilter[] => {
      // A bound is compared with one value at a time.
      const each = 'bound' in where ? values.map((value) => [value]) : [values];
      return each.map((those) => ({ where, values: those, negated: true }));
    });
  return {
    table: name,
    filters: [...given.flatMap(toFilters), ...not.flatMap(toNegated)],
    phrases: q === null ? null : parseQuery(q),
    order,
    descending,
  };
}
