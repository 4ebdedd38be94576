import type { Statistic } from '../model/statistic.ts';
import {
  defineTable,
  mentions,
  period,
  reference,
  references,
  texts,
} from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const statisticTable = defineTable<Statistic>(
  {
    id: ({ id }) => id,
    article: ({ article }) => article,
    ...texts('label', ({ label }) => label),
    value: ({ value }) => value,
    upper: ({ upper }) => upper,
    comparator: ({ comparator }) => comparator,
    unit: ({ unit }) => unit.code,
    ...texts('unit', ({ unit }) => unit.label),
    text: ({ text }) => text,
    ...references('subject', 'subjects', ({ subject }) => subject),
    ...reference('event', ({ event }) => event),
    ...reference('source', ({ source }) => source),
    ...period('period', ({ period }) => period),
    ...mentions(),
  },
  {
    id: 'countries-on-xi-europe-tour-2024',
    article: 'putin-china-visit-2024',
    label: { id: 'Negara tujuan lawatan Xi di Eropa', en: 'Countries on Xi’s tour of Europe' },
    value: 3,
    upper: null,
    comparator: 'eq',
    unit: { code: 'country', label: { id: 'negara', en: 'countries' } },
    text: 'tiga negara',
    subject: [{ id: 'xi-jinping', kind: 'person', name: { id: 'Xi Jinping', en: 'Xi Jinping' } }],
    event: {
      id: 'xi-europe-tour-2024',
      kind: 'visit',
      name: { id: 'Lawatan Xi ke tiga negara Eropa', en: 'Xi’s tour of three European countries' },
    },
    source: null,
    period: null,
    mentions: [{ start: 1917, end: 1928, exact: 'tiga negara' }],
  },
);
