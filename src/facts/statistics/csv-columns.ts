import type { Statistic } from '../../model/statistic.ts';
import {
  defineCsvColumns,
  mentions,
  period,
  reference,
  references,
  texts,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const statisticCsvColumns = defineCsvColumns<Statistic>({
  id: ({ id }) => id,
  article: ({ article }) => article,
  ...texts('label', ({ label }) => label),
  value: ({ value }) => value,
  upper: ({ upper }) => upper,
  comparator: ({ comparator }) => comparator,
  unit: ({ unit }) => unit.code,
  ...texts('unit', ({ unit }) => unit.label),
  text: ({ text }) => text,
  ...references('subject', ({ subject }) => subject),
  ...reference('event', ({ event }) => event),
  ...reference('source', ({ source }) => source),
  ...period('period', ({ period }) => period),
  ...mentions(),
});
