import type { Actor } from '../../model/actor.ts';
import {
  counts,
  defineCsvColumns,
  localized,
  manyLocalized,
  references,
  several,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const actorCsvColumns = defineCsvColumns<Actor>({
  id: text(({ id }) => id),
  kind: text(({ kind }) => kind),
  ...localized('name', ({ name }) => name),
  aliases: several(({ aliases }) => aliases),
  ...localized('description', ({ description }) => description),
  ...manyLocalized('roles', ({ roles }) => roles),
  ...references('affiliation', ({ affiliations }) => affiliations),
  wikidata: text(({ wikidata }) => wikidata),
  ...counts('articles', 'quotes', 'events', 'statistics', 'mentions'),
});
