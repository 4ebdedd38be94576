import { type Static, type TSchema, Type } from 'typebox';
import {
  describedRef,
  type Named,
  nullableRef,
  nullableString,
  object,
  oneOf,
  ref,
} from '../model/schema.ts';

export const SortOrder = oneOf(
  'SortOrder',
  '`asc`: ascending; `desc`: descending. Texts order by code point; what has no value comes last either way.',
  ['asc', 'desc'],
);

export const PageInfo = object('PageInfo', 'Where in the list the page is.', {
  limit: Type.Integer({
    minimum: 1,
    maximum: 100,
    format: 'int32',
    description: 'How many items a page has at most.',
  }),
  next: nullableString({ description: 'The cursor of the next page; null on the last one.' }),
  total: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    format: 'int64',
    minimum: 0,
    description: 'How many items there are in all; null unless asked for.',
  }),
  complete: Type.Boolean({
    description:
      'False where counting took too long: `total` and `facets` lack what is not counted.',
  }),
  hint: nullableString({
    description:
      'Where an id that was asked for doesn’t exist: which one was meant, or how to look it up.',
  }),
});

export const CountMode = oneOf('CountMode', '`exact`: how many items all pages have together.', [
  'exact',
]);

const FacetCount = object('FacetCount', 'A value, and how many items have it.', {
  value: Type.String({ description: 'The value, as the filter takes it.' }),
  count: Type.Integer({ minimum: 0, format: 'int64', description: 'How many items have it.' }),
});

export const Facets = Type.Unsafe<Record<string, Static<typeof FacetCount>[]>>({
  $id: 'Facets',
  type: 'object',
  description: 'Field → its values with their counts; null unless asked for.',
  additionalProperties: { type: 'array', items: ref(FacetCount) },
});

/** The envelope of a list: Quote → QuotePage. */
export function pageOf(item: Named): Named {
  return object(`${item.$id}Page`, 'A page of a list.', {
    data: Type.Array(ref(item), { description: 'The items.' }),
    page: ref(PageInfo),
    facets: nullableRef(Facets),
  });
}

export const defaultLimit = 20;

/** The values of `sort`, as an enum: Quote → QuoteSort. */
export function sortKeys(item: Named, keys: readonly string[]): Named {
  return oneOf(`${item.$id}Sort`, 'What to order by; ties are broken by id.', keys);
}

/** The values of `facets`, as an enum: Quote → QuoteFacet. */
export function facetNames(item: Named, names: readonly string[]): Named {
  return oneOf(`${item.$id}Facet`, 'A field whose values can be counted.', names);
}

/** `q`, of a list that is found by words. */
export function searchParameter(example: string): TSchema {
  return Type.String({
    minLength: 1,
    maxLength: 500,
    description:
      'Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count.',
    examples: [example],
  });
}

export function facetsParameter(facet: Named, example: string): TSchema {
  return Type.Array(ref(facet), {
    maxItems: 20,
    description: 'Fields whose values to count among all items: the 100 most frequent.',
    examples: [[example]],
  });
}

/** The parameters that every list has, beside its filters. */
export function listParameters(sort: Named, keys: readonly string[]): Record<string, TSchema> {
  return {
    ...orderParameters(sort, keys),
    ...pageParameters(),
  };
}

/** The order of a list, and of an export of it. */
export function orderParameters(sort: Named, keys: readonly string[]): Record<string, TSchema> {
  return {
    sort: Type.Optional(
      describedRef(sort, {
        description: `What the list is ordered by; \`${keys[0]}\`${keys[0] === 'position' ? ', as the texts have it,' : ''} unless given.`,
        examples: [keys[0]],
      }),
    ),
    order: Type.Optional(
      describedRef(SortOrder, {
        description: 'Direction of the order; `asc` unless given.',
        examples: ['asc'],
      }),
    ),
  };
}

/** The parameters of a list that has one order. */
export function pageParameters(): Record<string, TSchema> {
  return {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: defaultLimit,
        format: 'int32',
        description:
          'How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells.',
        examples: [defaultLimit],
      }),
    ),
    count: Type.Optional(
      describedRef(CountMode, {
        description:
          'Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time.',
        examples: ['exact'],
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 4096,
        description:
          'Where to go on: `page.next` of the page before, with the same filters and order.',
      }),
    ),
  };
}
