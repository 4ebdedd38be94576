import type { Event } from '../model/event.ts';
import {
  defineTable,
  mentions,
  period,
  reference,
  references,
  several,
  texts,
} from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const eventTable = defineTable<Event>(
  {
    id: ({ id }) => id,
    article: ({ article }) => article,
    kind: ({ kind }) => kind,
    status: ({ status }) => status,
    ...texts('title', ({ title }) => title),
    ...texts('description', ({ description }) => description),
    ...period('date', ({ date }) => date),
    ...reference('place', ({ place }) => place),
    ...references('participant', 'participants', ({ participants }) =>
      participants.map(({ actor }) => actor),
    ),
    participantRoles: ({ participants }) => several(participants.map(({ role }) => role)),
    ...reference('partOf', ({ partOf }) => partOf),
    ...mentions(),
  },
  {
    id: 'xi-europe-tour-2024',
    article: 'putin-china-visit-2024',
    kind: 'visit',
    status: 'occurred',
    title: { id: 'Lawatan Xi ke tiga negara Eropa', en: 'Xi’s tour of three European countries' },
    description: null,
    date: null,
    place: { id: 'europe', kind: 'continent', name: { id: 'Eropa', en: 'Europe' } },
    participants: [
      {
        actor: { id: 'xi-jinping', kind: 'person', name: { id: 'Xi Jinping', en: 'Xi Jinping' } },
        role: 'visitor',
      },
    ],
    partOf: null,
    mentions: [{ start: 1913, end: 1916, exact: 'tur' }],
  },
);
