import { type Static, Type } from 'typebox';
import { LocalizedText } from './localized-text.ts';
import { nullableString, object, ref } from './schema.ts';

const Highlight = object('Highlight', 'A stretch of a snippet that was looked for.', {
  start: Type.Integer({
    minimum: 0,
    format: 'int32',
    description: 'Offset in the snippet, in Unicode code points, 0-based.',
  }),
  end: Type.Integer({ minimum: 1, format: 'int32', description: 'Offset behind it.' }),
});

const Snippet = object('Snippet', 'Where a fact has the words that were looked for.', {
  text: Type.String({ description: 'A stretch of the fact’s text; `…` where it was cut.' }),
  highlights: Type.Array(ref(Highlight), { description: 'What was found in it, in order.' }),
});

export const SearchHit = object('SearchHit', 'A fact or article that has the words looked for.', {
  // The list of fact types is put together where they are listed, in resources.ts.
  type: Type.Unsafe<string>({ $ref: 'HitType#' }),
  id: Type.String({ description: 'Its id.' }),
  article: nullableString({ description: 'Id of its article; null of what articles share.' }),
  title: ref(LocalizedText),
  snippet: ref(Snippet),
  score: Type.Number({
    format: 'double',
    description: 'How well it fits (BM25), within this answer: higher is better.',
  }),
});
export type SearchHit = Static<typeof SearchHit>;

export const Ranking = object('Ranking', 'How much of what was found is ranked.', {
  considered: Type.Integer({
    minimum: 0,
    format: 'int32',
    description: 'How many hits are ranked; the list ends with them.',
  }),
  complete: Type.Boolean({
    description: 'False where more facts have these words: those that came last are ranked.',
  }),
});
