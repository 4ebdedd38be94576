import type { Article } from '../model/article.ts';
import { counts, defineTable, texts } from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const articleTable = defineTable<Article>(
  {
    id: ({ id }) => id,
    language: ({ language }) => language,
    ...texts('title', ({ title }) => title),
    ...texts('description', ({ description }) => description),
    headline: ({ source }) => source.headline,
    byline: ({ source }) => source.byline,
    publisher: ({ source }) => source.publisher,
    published: ({ source }) => source.published,
    url: ({ source }) => source.url,
    sha256: ({ text }) => text.sha256,
    length: ({ text }) => text.length,
    ...counts('quotes', 'actors', 'places', 'events', 'statistics', 'mentions'),
  },
  {
    id: 'putin-china-visit-2024',
    language: 'id',
    title: {
      id: 'Rencana kunjungan Putin ke China dan kemitraan kedua negara',
      en: 'Putin’s planned visit to China and the two countries’ partnership',
    },
    description: {
      id: 'Acara yang diumumkan untuk lawatan Putin ke China, latar kemitraan kedua negara, serta tekanan Barat, sanksi dan gangguan pembayaran yang menyertainya.',
      en: 'What has been announced for Putin’s trip to China, the background of the two countries’ partnership, and the Western pressure, sanctions and payment trouble around it.',
    },
    source: { headline: null, byline: null, publisher: null, published: null, url: null },
    text: {
      sha256: '421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb',
      length: 3296,
    },
    counts: { quotes: 15, actors: 25, places: 13, events: 48, statistics: 10, mentions: 152 },
  },
);
