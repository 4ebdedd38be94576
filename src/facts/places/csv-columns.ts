import type { Place } from '../../model/place.ts';
import {
  defineCsvColumns,
  localized,
  number,
  reference,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const placeCsvColumns = defineCsvColumns<Place>({
  id: text(({ id }) => id),
  kind: text(({ kind }) => kind),
  ...localized('name', ({ name }) => name),
  ...reference('within', ({ within }) => within),
  wikidata: text(({ wikidata }) => wikidata),
  latitude: number(({ latitude }) => latitude),
  longitude: number(({ longitude }) => longitude),
});
