import type { Actor } from '../../model/actor.ts';
import {
  counts,
  defineCsvColumns,
  manyTexts,
  references,
  several,
  texts,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const actorCsvColumns = defineCsvColumns<Actor>({
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  ...texts('name', ({ name }) => name),
  aliases: ({ aliases }) => several(aliases),
  ...texts('description', ({ description }) => description),
  ...manyTexts('roles', ({ roles }) => roles),
  ...references('affiliation', ({ affiliations }) => affiliations),
  wikidata: ({ wikidata }) => wikidata,
  ...counts('articles', 'quotes', 'events', 'statistics', 'mentions'),
});
