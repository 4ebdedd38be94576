import { type Static, Type } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { EventKind } from './event-kind.ts';
import { idIn, nullableIdIn, slug } from './identifiers.ts';
import { LocalizedText } from './localized-text.ts';
import { mentionEntries, mentions } from './mention.ts';
import { ParticipantRole } from './participant-role.ts';
import { Period, PeriodEntry } from './period.ts';
import { Polarity } from './polarity.ts';
import { ActorRef, EventRef, PlaceRef } from './references.ts';
import { nullableRef, object, oneOf, ref } from './schema.ts';

export const EventStatus = oneOf(
  'EventStatus',
  'As the article has it: `occurred`; `ongoing`; `expected` (announced, even if past today); `recurring`; `alleged` (somebody says so, and the article leaves open whether it is true); `cancelled` (announced before, and called off).',
  ['occurred', 'ongoing', 'expected', 'recurring', 'alleged', 'cancelled'],
);

const ParticipantEntry = object('ParticipantEntry', 'A participant, in a bundle.', {
  actor: idIn('actors', 'Id of the actor.'),
  role: ref(ParticipantRole),
});

const Participant = object('Participant', 'Who took part in an event, and as what.', {
  actor: ref(ActorRef),
  role: ref(ParticipantRole),
});

const own = {
  kind: ref(EventKind),
  status: ref(EventStatus),
  polarity: ref(Polarity),
  title: ref(LocalizedText),
  description: nullableRef(LocalizedText),
};

const id = slug('Id of the event.');

export const EventEntry = entry(
  'EventEntry',
  'An event, in a bundle.',
  {
    id,
    ...own,
    date: nullableRef(PeriodEntry),
    place: nullableIdIn('places', 'Id of the place.'),
    participants: Type.Array(ref(ParticipantEntry)),
    partOf: nullableIdIn('events', 'Id of the event that it is a part of.'),
    mentions: mentionEntries,
  },
  {
    polarity: 'affirmed',
    description: null,
    date: null,
    place: null,
    participants: [],
    partOf: null,
  },
);
export type EventEntry = CompleteStatic<typeof EventEntry>;

export const Event = object('Event', 'Something that happened, happens or is expected to.', {
  id,
  article: slug('Id of the article.'),
  ...own,
  date: nullableRef(Period),
  place: nullableRef(PlaceRef),
  participants: Type.Array(ref(Participant)),
  partOf: nullableRef(EventRef),
  mentions,
});
export type Event = Static<typeof Event>;
