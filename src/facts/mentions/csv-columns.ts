import type { FactMention } from '../../model/mention.ts';
import { defineCsvColumns } from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const mentionCsvColumns = defineCsvColumns<FactMention>({
  article: ({ article }) => article,
  start: ({ start }) => start,
  end: ({ end }) => end,
  exact: ({ exact }) => exact,
  role: ({ role }) => role,
  continues: ({ continues }) => String(continues),
  factType: ({ factType }) => factType,
  fact: ({ fact }) => fact,
});
