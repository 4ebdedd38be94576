import type { Quote } from '../../model/quote.ts';
import {
  defineCsvColumns,
  mentions,
  period,
  phrasesOf,
  reference,
  references,
  several,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const quoteCsvColumns = defineCsvColumns<Quote>({
  id: ({ id }) => id,
  article: ({ article }) => article,
  kind: ({ kind }) => kind,
  polarity: ({ polarity }) => polarity,
  text: ({ text }) => text,
  verbatim: ({ verbatim }) => several(verbatim),
  language: ({ language }) => language,
  translation: ({ translation }) => translation?.text ?? null,
  translationLanguage: ({ translation }) => translation?.language ?? null,
  translationOrigin: ({ translation }) => translation?.origin ?? null,
  ...references('speaker', ({ speakers }) => speakers),
  unnamedSpeaker: ({ unnamedSpeaker }) => unnamedSpeaker,
  verb: ({ verb }) => verb,
  ...period('date', ({ date }) => date),
  ...reference('event', ({ event }) => event),
  reportedInId: ({ reportedIn }) => reportedIn?.id ?? null,
  ...mentions(),
  cues: phrasesOf('cue'),
  sources: phrasesOf('source'),
});
