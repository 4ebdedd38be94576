import { type Static, Type } from 'typebox';
import { EventKind } from './event-kind.ts';
import { idIn, nullableIdIn, slug } from './identifiers.ts';
import { LocalizedText } from './localized-text.ts';
import { mentions } from './mention.ts';
import { Period, PeriodEntry } from './period.ts';
import { ActorRef, EventRef, PlaceRef } from './references.ts';
import { nullableRef, object, oneOf, ref } from './schema.ts';

export const EventStatus = oneOf(
  'EventStatus',
  'As the article has it: `occurred`; `ongoing`; `expected` (announced, even if past today); `recurring`.',
  ['occurred', 'ongoing', 'expected', 'recurring'],
);

export const ParticipantRole = oneOf(
  'ParticipantRole',
  '`agent` (does it); `target` (it is done to, or against); `visitor`; `host`; `attendee`; `counterpart` (one of those who meet, agree or stand in a relation); `signatory`; `speaker` (says or publishes it); `addressee` (it is said to); `organizer`; `beneficiary`; `subject` (it is about).',
  [
    'agent',
    'target',
    'visitor',
    'host',
    'attendee',
    'counterpart',
    'signatory',
    'speaker',
    'addressee',
    'organizer',
    'beneficiary',
    'subject',
  ],
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
  title: ref(LocalizedText),
  description: nullableRef(LocalizedText),
};

const id = slug('Id of the event.');

export const EventEntry = object('EventEntry', 'An event, in a bundle.', {
  id,
  ...own,
  date: nullableRef(PeriodEntry),
  place: nullableIdIn('places', 'Id of the place.'),
  participants: Type.Array(ref(ParticipantEntry)),
  partOf: nullableIdIn('events', 'Id of the event that it is a part of.'),
  mentions,
});
export type EventEntry = Static<typeof EventEntry>;

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
