import { Event, EventEntry, EventStatus } from '../../model/event.ts';
import { EventKind } from '../../model/event-kind.ts';
import { orderText } from '../../model/localized-text.ts';
import { expressionOf, toPeriod } from '../../model/period.ts';
import { Polarity } from '../../model/polarity.ts';
import type { ActorRef, EventRef, PlaceRef } from '../../model/references.ts';
import { article, days, ids, itemIds, oneOfThese } from '../../resource/filters.ts';
import { dated, inLanguages, linkTo, plainDate } from '../../resource/linked-data.ts';
import { defineFactType } from '../../resource/resource.ts';
import { inEach } from '../../resource/searchable.ts';
import { dayColumns } from '../../resource/stated-columns.ts';
import { inOrderOfText } from '../../store/plan.ts';
import { eventCsvColumns } from './csv-columns.ts';
import { eventSqlTables } from './sql-tables.ts';

export const events = defineFactType<EventEntry, Event>({
  name: 'events',
  singular: 'event',
  description:
    'What happened, happens or is expected to, with who took part in it as what, where and when.',
  schema: Event,
  example: 'putin-harbin-visit-2024',
  csvColumns: eventCsvColumns,
  sqlTables: eventSqlTables,
  exampleSearch: 'talks',
  exampleNot: 'kind:statement',
  filters: {
    article: article('states'),
    kind: oneOfThese('Only of these kinds.', EventKind, 'kind', 'meeting'),
    status: oneOfThese('Only of this status.', EventStatus, 'status', 'occurred'),
    polarity: oneOfThese('Only of this polarity.', Polarity, 'polarity', 'affirmed'),
    participant: ids('Only with these actors among the participants.', 'vladimir-putin', 'actors', {
      link: 'participant',
      from: 'event',
    }),
    place: ids('Only at these places.', 'beijing', 'places', { column: 'place' }),
    partOf: ids(
      'Only parts of these events.',
      'putin-beijing-winter-olympics-visit-2022',
      'events',
      { column: 'part_of' },
    ),
    ...days(),
    id: itemIds('events', 'putin-xi-talks-before-winter-olympics-2022'),
  },
  orders: {
    position: inOrderOfText,
    date: { columns: ['earliest'], nullable: true },
    title: { columns: ['title'] },
    id: { columns: [] },
  },
  entry: EventEntry,
  columns: {
    kind: ({ kind }) => kind,
    status: ({ status }) => status,
    polarity: ({ polarity }) => polarity,
    title: ({ title }) => orderText(title),
    place: ({ place }) => place?.id ?? null,
    part_of: ({ partOf }) => partOf?.id ?? null,
    ...dayColumns(({ date }) => date),
  },
  toDocument: (entry, references) => ({
    id: entry.id,
    article: references.article,
    kind: entry.kind,
    status: entry.status,
    polarity: entry.polarity,
    title: entry.title,
    description: entry.description,
    date: entry.date && toPeriod(entry.date),
    place: references.orNull<PlaceRef>('places', entry.place),
    participants: entry.participants.map(({ actor, role }) => ({
      actor: references.to<ActorRef>('actors', actor),
      role,
    })),
    partOf: references.orNull<EventRef>('events', entry.partOf),
    mentions: entry.mentions,
  }),
  toSearchable: ({ title, description, participants, place }) => ({
    title,
    texts: inEach(description, ...participants.map(({ actor }) => actor.name), place?.name ?? null),
  }),
  toLinkedData: (event) => ({
    '@id': `/v1/events/${event.id}`,
    '@type': 'Event',
    kind: event.kind,
    status: event.status,
    polarity: event.polarity,
    name: inLanguages(event.title),
    description: inLanguages(event.description),
    startDate: plainDate(event.date),
    location: linkTo('places', event.place),
    superEvent: linkTo('events', event.partOf),
    subjectOf: linkTo('articles', event.article),
    about: event.participants.map(({ actor, role }) => ({
      '@type': 'Role',
      roleName: role,
      about: linkTo('actors', actor),
    })),
    ...dated(event.date),
  }),
  wordsAsTheyStand: ({ date }) => expressionOf('/date', date),
  chains: ['partOf'],
  distinct: ['participants'],
  links: ({ participants, place, partOf }) => [
    ...participants.map(({ actor, role }) => ({
      relation: 'participant',
      targetType: 'actors',
      target: actor.id,
      role,
    })),
    ...(place ? [{ relation: 'place', targetType: 'places', target: place.id }] : []),
    ...(partOf ? [{ relation: 'partOf', targetType: 'events', target: partOf.id }] : []),
  ],
  toReference: ({ id, kind, title }) => ({ id, kind, name: title }),
});
