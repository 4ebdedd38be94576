import { type Static, Type } from 'typebox';
import { ActorKind } from './actor-kind.ts';
import { type CompleteStatic, entry } from './entry.ts';
import { idIn, slug, wikidata } from './identifiers.ts';
import { LocalizedText, line } from './localized-text.ts';
import { mentionEntries } from './mention.ts';
import { ActorRef } from './references.ts';
import { nullableRef, object, ref } from './schema.ts';

const own = {
  id: slug('Id of the actor.'),
  kind: ref(ActorKind),
  name: ref(LocalizedText),
  aliases: Type.Array(line('A name.'), {
    description: 'Other names that articles use, as they stand.',
  }),
  description: nullableRef(LocalizedText),
  roles: Type.Array(ref(LocalizedText), {
    description: 'Offices and functions, as articles state them.',
  }),
};

export const ActorEntry = entry(
  'ActorEntry',
  'An actor, in a bundle.',
  {
    ...own,
    affiliations: Type.Array(idIn('actors', 'Id of an actor.'), {
      description: 'The actors it belongs to, as the article states them.',
    }),
    wikidata,
    mentions: mentionEntries,
  },
  { aliases: [], description: null, roles: [], affiliations: [], wikidata: null },
);
export type ActorEntry = CompleteStatic<typeof ActorEntry>;

export const Actor = object(
  'Actor',
  'Somebody who acts, speaks or is acted upon: a person, state, body, medium or group. Shared by all articles.',
  {
    ...own,
    affiliations: Type.Array(ref(ActorRef), {
      description: 'The actors it belongs to, as articles state them.',
    }),
    wikidata,
    counts: Type.Unsafe<Record<string, number>>({ $ref: 'ActorCounts#' }),
  },
);
export type Actor = Static<typeof Actor>;
