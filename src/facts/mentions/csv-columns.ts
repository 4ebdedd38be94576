import type { FactMention } from '../../model/mention.ts';
import { boolean, defineCsvColumns, number, text } from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const mentionCsvColumns = defineCsvColumns<FactMention>({
  article: text(({ article }) => article),
  start: number(({ start }) => start),
  end: number(({ end }) => end),
  exact: text(({ exact }) => exact),
  role: text(({ role }) => role),
  continues: boolean(({ continues }) => continues),
  factType: text(({ factType }) => factType),
  fact: text(({ fact }) => fact),
});
