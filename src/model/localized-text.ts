import { Type } from 'typebox';
import { nullableString } from './schema.ts';

/** BCP 47, as far as news needs it: a language, then subtags. */
export const languagePattern = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';

export const language = Type.String({
  pattern: languagePattern,
  maxLength: 35,
  description: 'Language tag (BCP 47).',
});

/** A text in several languages: language tag → text. */
export const LocalizedText = Type.Unsafe<Record<string, string>>({
  $id: 'LocalizedText',
  type: 'object',
  description:
    'A text in several languages: language tag (BCP 47) → text. The language of the article and `en` are there.',
  additionalProperties: { type: 'string', minLength: 1 },
  propertyNames: { pattern: languagePattern },
  minProperties: 1,
});

/** One line of text, or null. */
export function nullableLine(description: string) {
  return nullableString({ minLength: 1, description });
}
