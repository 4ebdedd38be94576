import type { Event } from '../../model/event.ts';
import {
  defineCsvColumns,
  localized,
  mentions,
  period,
  reference,
  references,
  several,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const eventCsvColumns = defineCsvColumns<Event>({
  id: text(({ id }) => id),
  article: text(({ article }) => article),
  kind: text(({ kind }) => kind),
  status: text(({ status }) => status),
  polarity: text(({ polarity }) => polarity),
  ...localized('title', ({ title }) => title),
  ...localized('description', ({ description }) => description),
  ...period('date', ({ date }) => date),
  ...reference('place', ({ place }) => place),
  ...references('participant', ({ participants }) => participants.map(({ actor }) => actor)),
  participantRoles: several(({ participants }) => participants.map(({ role }) => role)),
  ...reference('partOf', ({ partOf }) => partOf),
  ...mentions(),
});
