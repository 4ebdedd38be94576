import { wikidataPattern } from '../../model/identifiers.ts';
import { orderText } from '../../model/localized-text.ts';
import { Place, PlaceEntry } from '../../model/place.ts';
import { PlaceKind } from '../../model/place-kind.ts';
import type { PlaceRef } from '../../model/references.ts';
import { article, ids, itemIds, oneOfThese, texts } from '../../resource/filters.ts';
import { inLanguages, linkTo, sameAs } from '../../resource/linked-data.ts';
import { defineFactType } from '../../resource/resource.ts';
import { placeCsvColumns } from './csv-columns.ts';
import { placeSqlTables } from './sql-tables.ts';

/** In schema.org's terms. */
const types = {
  continent: 'Continent',
  country: 'Country',
  region: 'Place',
  province: 'AdministrativeArea',
  city: 'City',
  district: 'AdministrativeArea',
  village: 'Place',
  street: 'Place',
  venue: 'Place',
  river: 'RiverBodyOfWater',
  sea: 'SeaBodyOfWater',
  mountain: 'Mountain',
  other: 'Place',
} as const;

export const places = defineFactType<PlaceEntry, Place>({
  name: 'places',
  singular: 'place',
  description: 'Where it happened, or what it is about. Shared by all articles.',
  schema: Place,
  example: 'harbin',
  csvColumns: placeCsvColumns,
  sqlTables: placeSqlTables,
  exampleSearch: 'harbin',
  exampleNot: 'kind:continent',
  filters: {
    article: article('names'),
    kind: oneOfThese('Only of these kinds.', PlaceKind, 'kind', 'city'),
    within: ids('Only directly within these places.', 'heilongjiang', 'places', {
      column: 'within',
    }),
    wikidata: texts({ column: 'wikidata' }, 'Only with these Wikidata ids.', 'Q42956', {
      pattern: wikidataPattern,
    }),
    id: itemIds('places', 'harbin'),
  },
  orders: { name: { columns: ['name'] }, id: { columns: [] } },
  entry: PlaceEntry,
  columns: {
    kind: ({ kind }) => kind,
    name: ({ name }) => orderText(name),
    within: ({ within }) => within?.id ?? null,
    wikidata: ({ wikidata }) => wikidata,
  },
  toDocument: (entry, references) => ({
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    within: references.orNull<PlaceRef>('places', entry.within),
    wikidata: entry.wikidata,
    latitude: entry.latitude,
    longitude: entry.longitude,
  }),
  toSearchable: ({ name }) => ({ title: name, texts: [] }),
  toLinkedData: (place) => ({
    '@id': `/v1/places/${place.id}`,
    '@type': types[place.kind],
    kind: place.kind,
    name: inLanguages(place.name),
    containedInPlace: linkTo('places', place.within),
    geo:
      place.latitude === null || place.longitude === null
        ? undefined
        : {
            '@type': 'GeoCoordinates',
            latitude: String(place.latitude),
            longitude: String(place.longitude),
          },
    sameAs: sameAs(place.wikidata),
  }),
  chains: ['within'],
  links: ({ within }) =>
    within ? [{ relation: 'within', targetType: 'places', target: within.id }] : [],
  toReference: ({ id, kind, name }) => ({ id, kind, name }),
  sharing: {
    fields: {
      kind: 'one',
      name: 'texts',
      within: 'one reference',
      wikidata: 'one',
      coordinates: ['latitude', 'longitude'],
    },
    agreed: ['kind', 'wikidata'],
    counted: false,
  },
});
