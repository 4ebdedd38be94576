import type { Place } from '../../model/place.ts';
import { defineCsvColumns, reference, texts } from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const placeCsvColumns = defineCsvColumns<Place>({
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  ...texts('name', ({ name }) => name),
  ...reference('within', ({ within }) => within),
  wikidata: ({ wikidata }) => wikidata,
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
});
