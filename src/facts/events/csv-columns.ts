import type { Event } from '../../model/event.ts';
import {
  defineCsvColumns,
  mentions,
  period,
  reference,
  references,
  several,
  texts,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const eventCsvColumns = defineCsvColumns<Event>({
  id: ({ id }) => id,
  article: ({ article }) => article,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  polarity: ({ polarity }) => polarity,
  ...texts('title', ({ title }) => title),
  ...texts('description', ({ description }) => description),
  ...period('date', ({ date }) => date),
  ...reference('place', ({ place }) => place),
  ...references('participant', ({ participants }) => participants.map(({ actor }) => actor)),
  participantRoles: ({ participants }) => several(participants.map(({ role }) => role)),
  ...reference('partOf', ({ partOf }) => partOf),
  ...mentions(),
});
