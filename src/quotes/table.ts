import type { Quote } from '../model/quote.ts';
import { defineTable, mentions, period, reference, references } from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const quoteTable = defineTable<Quote>(
  {
    id: ({ id }) => id,
    article: ({ article }) => article,
    kind: ({ kind }) => kind,
    text: ({ text }) => text,
    language: ({ language }) => language,
    translation: ({ translation }) => translation?.text ?? null,
    translationLanguage: ({ translation }) => translation?.language ?? null,
    translationOrigin: ({ translation }) => translation?.origin ?? null,
    ...references('speaker', 'speakers', ({ speakers }) => speakers),
    verb: ({ verb }) => verb,
    ...period('date', ({ date }) => date),
    ...reference('event', ({ event }) => event),
    ...mentions(),
  },
  {
    id: 'xi-china-will-not-sell-arms-to-russia-paris-2024',
    article: 'putin-china-visit-2024',
    kind: 'indirect',
    text: 'Rusia tidak akan memperoleh senjata melalui penjualan dari China.',
    language: 'id',
    translation: {
      language: 'en',
      text: 'China will sell no weapons to Russia.',
      origin: 'editorial',
    },
    speakers: [{ id: 'xi-jinping', kind: 'person', name: { id: 'Xi Jinping', en: 'Xi Jinping' } }],
    verb: 'berjanji',
    date: null,
    event: {
      id: 'xi-pledge-no-arms-sales-to-russia-paris-2024',
      kind: 'pledge',
      name: {
        id: 'Janji Xi: tidak ada penjualan senjata China kepada Rusia',
        en: 'Xi’s pledge: no Chinese arms sales to Russia',
      },
    },
    mentions: [
      { start: 2052, end: 2099, exact: 'berjanji bahwa China tidak akan menjual senjata' },
    ],
  },
);
