import { oneOf } from './schema.ts';

export const ActorKind = oneOf(
  'ActorKind',
  '`person`; `country` (a state as a whole); `government` (a government, ministry or office); `organization`; `media`; `group` (a set of people or actors without a body of its own).',
  ['person', 'country', 'government', 'organization', 'media', 'group'],
);
