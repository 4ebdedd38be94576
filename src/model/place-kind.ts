import { oneOf } from './schema.ts';

export const PlaceKind = oneOf(
  'PlaceKind',
  '`continent`; `country`; `region` (a part of a country or of the world); `province`; `district`; `city`; `village`; `street`; `venue` (a building or ground); `river`; `sea`; `mountain`; `other`.',
  [
    'continent',
    'country',
    'region',
    'province',
    'district',
    'city',
    'village',
    'street',
    'venue',
    'river',
    'sea',
    'mountain',
    'other',
  ],
);
