import { type Static, Type } from 'typebox';
import { slug } from './identifiers.ts';
import { object, ref } from './schema.ts';

/** The longest phrase a mention may quote, in code points; a direct quotation stands whole. */
export const longestPhrase = 80;

const anchor = {
  start: Type.Integer({
    minimum: 0,
    format: 'int32',
    description: 'Offset of the first character, in Unicode code points, 0-based.',
  }),
  end: Type.Integer({
    minimum: 1,
    format: 'int32',
    description: 'Offset behind the last character, in Unicode code points (end-exclusive).',
  }),
  exact: Type.String({ minLength: 1, description: 'The characters between, verbatim.' }),
};

/** W3C Web Annotation: TextPositionSelector and the `exact` of a TextQuoteSelector. */
const Mention = object('Mention', 'Where the article states a fact.', anchor);

export const FactMention = object('FactMention', 'A mention, with the fact that it anchors.', {
  article: slug('Id of the article.'),
  ...anchor,
  // The list of fact types is put together where they are listed, in resources.ts.
  factType: Type.Unsafe<string>({ $ref: 'FactType#' }),
  fact: slug('Id of the fact.'),
});
export type FactMention = Static<typeof FactMention>;

export function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** At least one: a fact that no characters state is not a fact of the article. */
export const mentions = Type.Array(ref(Mention), {
  minItems: 1,
  description: 'Where the article states it, in the order of the text.',
});
