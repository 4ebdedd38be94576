import { oneOf } from './schema.ts';

export const PlaceKind = oneOf(
  'PlaceKind',
  '`continent`; `country`; `region` (a part of a country or of the world); `province`; `city`; `venue` (a building or ground).',
  ['continent', 'country', 'region', 'province', 'city', 'venue'],
);
