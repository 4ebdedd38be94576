import { type TSchema, Type } from 'typebox';
import type { Named } from '../model/schema.ts';
import { ref } from '../model/schema.ts';
import { Problem } from './problem.ts';
import { kinds, type Slug } from './problem-kinds.ts';

export const problemMediaType = 'application/problem+json';

const etag = {
  type: 'string',
  description: 'Fingerprint of the answer; send it back as `If-None-Match`.',
};

const link = {
  type: 'string',
  description:
    'Related addresses (RFC 8288): of a list `first` and `next`, unless they are long; of an item `collection`.',
};

const retryAfter = {
  type: 'integer',
  format: 'int32',
  description: 'After how many seconds to try again.',
};

/** A 200 with a file of that media type: `binary`, as clients would take a bare string for JSON. */
export function file(
  mediaType: string,
  description: string,
  schema: object = { type: 'string', format: 'binary' },
) {
  return {
    200: {
      description,
      headers: { ETag: etag },
      content: { [mediaType]: { schema } },
    },
  };
}

/** A 200 with that component, its headers declared. */
export function success(schema: Named, description: string): Record<number, TSchema> {
  return {
    200: Type.Unsafe({ $ref: `${schema.$id}#`, description, headers: { ETag: etag, Link: link } }),
  };
}

/** The same of another media type than JSON. */
export function successOf(
  mediaType: string,
  schema: TSchema & { $id?: string },
  description: string,
): Record<number, object> {
  return {
    200: {
      description,
      headers: { ETag: etag, Link: link },
      content: { [mediaType]: { schema: ref(schema) } },
    },
  };
}

/**
 * The errors that a route can answer, by their status, with those that every one can: any may find the server with more
 * to do than it can. openapi/ adds to the document what each looks like.
 */
export function problems(...slugs: Slug[]): Record<number, object> {
  const all: Slug[] = [...slugs, 'unavailable', 'internal-error'];
  const byStatus = Map.groupBy(all, (slug) => kinds[slug].status);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: `${those.map((slug) => kinds[slug].title).join('; ')}.`,
        ...(status === kinds.unavailable.status && { headers: { 'Retry-After': retryAfter } }),
        content: {
          [problemMediaType]: {
            schema: ref(Problem),
            // Of several, the others have an example where they are alone.
            examples: Object.fromEntries(those.slice(-1).map((slug) => [slug, {}])),
          },
        },
      },
    ]),
  );
}
