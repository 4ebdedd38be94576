import type { Event } from '../../model/event.ts';
import { localized, period, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, parts, table, textsOf } from '../../resource/sql-tables.ts';

type Participant = Event['participants'][number];

/** The tables of the SQLite export. */
export const eventSqlTables = defineSqlTables<Event>({
  events: table('What happened, happens or is expected to.', {
    id: text('Id of the event.', ({ id }) => id),
    article_id: to('articles', 'The article that has it.', ({ article }) => article),
    kind: text('meeting, visit, election, …', ({ kind }) => kind, { indexed: true }),
    status: text(
      'occurred, ongoing, expected, recurring, alleged or cancelled.',
      (it) => it.status,
      {
        indexed: true,
      },
    ),
    polarity: text('affirmed, denied or hypothetical.', ({ polarity }) => polarity),
    ...localized('title', 'Title.', ({ title }) => title),
    ...localized('description', 'Description.', ({ description }) => description),
    ...period('date', ({ date }) => date),
    place_id: to('places', 'Where.', ({ place }) => place?.id ?? null),
    part_of_id: to('events', 'The event that it is a part of.', ({ partOf }) => partOf?.id ?? null),
  }),
  event_participants: parts('Who took part.', 'events', ({ participants }) => participants, {
    actor_id: to('actors', 'The participant.', ({ actor }: Participant) => actor.id),
    role: text('As what: host, visitor, victim, …', ({ role }: Participant) => role, {
      indexed: true,
    }),
  }),
  texts: textsOf('events', ({ title, description }) => ({ title, description })),
});
