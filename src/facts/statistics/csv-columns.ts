import type { Statistic } from '../../model/statistic.ts';
import {
  defineCsvColumns,
  localized,
  mentions,
  number,
  period,
  reference,
  references,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const statisticCsvColumns = defineCsvColumns<Statistic>({
  id: text(({ id }) => id),
  article: text(({ article }) => article),
  ...localized('label', ({ label }) => label),
  value: number(({ value }) => value),
  upper: number(({ upper }) => upper),
  comparator: text(({ comparator }) => comparator),
  unitCode: text(({ unit }) => unit.code),
  ...localized('unit', ({ unit }) => unit.label),
  text: text(({ text }) => text),
  ...references('subject', ({ subject }) => subject),
  ...reference('event', ({ event }) => event),
  ...reference('source', ({ source }) => source),
  ...period('period', ({ period }) => period),
  ...mentions(),
});
