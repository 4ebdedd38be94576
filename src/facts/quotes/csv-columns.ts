import type { Quote } from '../../model/quote.ts';
import {
  defineCsvColumns,
  mentions,
  period,
  phrasesOf,
  reference,
  references,
  several,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const quoteCsvColumns = defineCsvColumns<Quote>({
  id: text(({ id }) => id),
  article: text(({ article }) => article),
  kind: text(({ kind }) => kind),
  polarity: text(({ polarity }) => polarity),
  text: text(({ text }) => text),
  verbatim: several(({ verbatim }) => verbatim),
  language: text(({ language }) => language),
  translation: text(({ translation }) => translation?.text ?? null),
  translationLanguage: text(({ translation }) => translation?.language ?? null),
  translationOrigin: text(({ translation }) => translation?.origin ?? null),
  ...references('speaker', ({ speakers }) => speakers),
  unnamedSpeaker: text(({ unnamedSpeaker }) => unnamedSpeaker),
  verb: text(({ verb }) => verb),
  ...period('date', ({ date }) => date),
  ...reference('event', ({ event }) => event),
  reportedInId: text(({ reportedIn }) => reportedIn?.id ?? null),
  ...mentions(),
  cues: phrasesOf('cue'),
  sources: phrasesOf('source'),
});
