import { type TSchema, Type } from 'typebox';
import { dayNumber } from '../model/day.ts';
import { slug } from '../model/identifiers.ts';
import { ref } from '../model/schema.ts';
import type { Value, Where } from '../store/plan.ts';
import type { Filter } from './resource.ts';

/**
 * Ids; several mean: any of them.
 * @param of which list has them
 */
export function ids(description: string, example: string | null, of: string, where: Where): Filter {
  return { parameter: several(slug('An id.'), description, example), where, idsOf: of };
}

/** `id`: the items themselves, as many as are known already. */
export function itemIds(list: string, example: string): Filter {
  return { ...ids('Only the items with these ids.', example, list, { column: 'id' }), isOwn: true };
}

/** Values of a documented list, which says what each means; several mean: any of them. */
export function oneOfThese(
  description: string,
  schema: TSchema,
  column: string,
  example: string,
): Filter {
  return { parameter: several(ref(schema), description, example), where: { column } };
}

/** Whether a column that has 1 or 0 has that. */
export function yesOrNo(description: string, example: boolean, column: string): Filter {
  return {
    parameter: Type.Boolean({ description, examples: [example] }),
    where: { column },
    toStored: (value) => Number(String(value) === 'true'),
  };
}

/** Texts of a given form; several mean: any of them. */
export function texts(
  where: Where,
  description: string,
  example: string,
  annotations: object,
): Filter {
  const item = Type.String({ maxLength: 200, ...annotations });
  return { parameter: several(item, description, example), where };
}

/** Nearly as much as an address has room for: what is stored may be as long. */
export const longestText = 10_000;

/** One text, commas and all. */
export function oneText(description: string, example: string | null, column: string): Filter {
  const parameter = Type.String({
    minLength: 1,
    maxLength: longestText,
    description,
    ...(example !== null && { examples: [example] }),
  });
  return { parameter, where: { column } };
}

/** @param how `states` of what belongs to an article, `names` of what articles share */
export function article(how: 'states' | 'names'): Filter {
  return { parameter: articleParameter(), where: { article: how }, idsOf: 'articles' };
}

export function articleParameter(): TSchema {
  return several(slug('An id.'), 'Only of these articles.', 'putin-china-visit-2024');
}

/**
 * `from` and `to`: the possible days overlap with these; what has no date never does.
 * @param what it may do on these days
 * @param examples none where the seed has nothing that they would find
 */
export function days(
  what = 'lie',
  examples: readonly string[] = ['2022-01-01', '2025-12-31'],
): Record<'from' | 'to', Filter> {
  const day = (side: 'after' | 'before', example: string | undefined) =>
    Type.String({
      format: 'day',
      description: `Only what may ${what} on or ${side} this day.`,
      ...(example !== undefined && { examples: [example] }),
    });
  const [first, last] = examples;
  const toStored = (value: Value) => dayNumber(String(value));
  return {
    from: {
      parameter: day('after', first),
      where: { bound: 'latest', sign: '>=' },
      toStored,
    },
    to: {
      parameter: day('before', last),
      where: { bound: 'earliest', sign: '<=' },
      toStored,
    },
  };
}

/** `min` and `max`: the figure, or its range, overlaps with these. Give `unit` too: figures are not converted. */
export function figures(): Record<'min' | 'max', Filter> {
  const figure = (description: string, example: number) =>
    Type.Number({ format: 'double', description, examples: [example] });
  return {
    min: {
      parameter: figure('Only figures of at least this, in their own unit.', 2000),
      where: { bound: 'highest', sign: '>=' },
    },
    max: {
      parameter: figure('Only figures of at most this, in their own unit.', 2100),
      where: { bound: 'lowest', sign: '<=' },
    },
  };
}

/** `start` and `end`: the mention overlaps with this stretch of the text. */
export function stretch(): Record<'start' | 'end', Filter> {
  const offset = (minimum: number, description: string, example: number) =>
    Type.Integer({
      minimum,
      maximum: 2147483647,
      format: 'int32',
      description,
      examples: [example],
    });
  return {
    start: {
      parameter: offset(0, 'Only mentions that end behind this offset (code points).', 0),
      where: { bound: 'end', sign: '>' },
    },
    end: {
      parameter: offset(1, 'Only mentions that start before this offset (code points).', 2000),
      where: { bound: 'start', sign: '<' },
    },
  };
}

/** @param example null where the seed has nothing that it would find */
function several(items: TSchema, description: string, example: string | null): TSchema {
  return Type.Array(items, {
    maxItems: 50,
    description,
    ...(example !== null && { examples: [[example]] }),
  });
}
