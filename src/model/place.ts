import type { Static } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { nullableIdIn, slug, wikidata } from './identifiers.ts';
import { LocalizedText } from './localized-text.ts';
import { mentionEntries } from './mention.ts';
import { PlaceKind } from './place-kind.ts';
import { PlaceRef } from './references.ts';
import { nullableNumber, nullableRef, object, ref } from './schema.ts';

const own = { id: slug('Id of the place.'), kind: ref(PlaceKind), name: ref(LocalizedText) };

const position = {
  wikidata,
  latitude: nullableNumber({ minimum: -90, maximum: 90, description: 'Degrees north (WGS 84).' }),
  longitude: nullableNumber({
    minimum: -180,
    maximum: 180,
    description: 'Degrees east (WGS 84).',
  }),
};

export const PlaceEntry = entry(
  'PlaceEntry',
  'A place, in a bundle.',
  {
    ...own,
    within: nullableIdIn('places', 'Id of the place that it lies in.'),
    ...position,
    mentions: mentionEntries,
  },
  { within: null, wikidata: null, latitude: null, longitude: null },
);
export type PlaceEntry = CompleteStatic<typeof PlaceEntry>;

export const Place = object('Place', 'A place. Shared by all articles.', {
  ...own,
  within: nullableRef(PlaceRef),
  ...position,
});
export type Place = Static<typeof Place>;
