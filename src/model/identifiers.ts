import { Type } from 'typebox';
import { nullableString } from './schema.ts';

export const slugPattern = '^[a-z0-9]+(-[a-z0-9]+)*$';
export const longestSlug = 96;

/** An id: a slug of at most 96 characters, stable for ever. */
export function slug(description: string, annotations: object = {}) {
  return Type.String({ pattern: slugPattern, maxLength: longestSlug, description, ...annotations });
}

/** In a bundle: the id of a fact of the same bundle, found under that key of it. */
export function idIn(bundleKey: string, description: string) {
  return slug(description, { 'x-reference': bundleKey });
}

export function nullableIdIn(bundleKey: string, description: string) {
  const annotations = { pattern: slugPattern, maxLength: longestSlug, description };
  return nullableString({ ...annotations, 'x-reference': bundleKey });
}

/** In capitals too, as some programs write it. */
export const sha256Pattern = '^[0-9A-Fa-f]{64}$';

/** The name of a filter, and behind the colon a value of it. */
export const negationPattern = '^\\w+:';

export const wikidataPattern = '^Q[1-9][0-9]*$';

export const wikidata = nullableString({
  pattern: wikidataPattern,
  description: 'Wikidata item id (Q…); null unless certain.',
});
