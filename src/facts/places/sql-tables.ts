import type { Place } from '../../model/place.ts';
import { localized, real, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, table, textsOf } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const placeSqlTables = defineSqlTables<Place>({
  places: table('Places; shared by all articles.', {
    id: text('Id of the place.', ({ id }) => id),
    kind: text('city, country, venue, …', ({ kind }) => kind, { indexed: true }),
    ...localized('name', 'Name.', ({ name }) => name),
    within_id: to('places', 'The place that it lies in.', ({ within }) => within?.id ?? null),
    wikidata: text('Item of Wikidata.', ({ wikidata }) => wikidata, { indexed: true }),
    latitude: real('Degrees north (WGS 84).', ({ latitude }) => latitude),
    longitude: real('Degrees east (WGS 84).', ({ longitude }) => longitude),
  }),
  texts: textsOf('places', ({ name }) => ({ name })),
});
