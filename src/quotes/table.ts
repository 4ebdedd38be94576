import type { Quote } from '../model/quote.ts';
import { defineTable, mentions, period, reference, references } from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const quoteTable = defineTable<Quote>({
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
});
