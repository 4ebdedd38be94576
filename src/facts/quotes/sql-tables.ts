import type { Quote } from '../../model/quote.ts';
import { period, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, parts, table } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const quoteSqlTables = defineSqlTables<Quote>({
  quotes: table('What articles say that somebody said.', {
    id: text('Id of the quote.', ({ id }) => id),
    article_id: to('articles', 'The article that has it.', ({ article }) => article),
    kind: text('direct, indirect or mixed.', ({ kind }) => kind, { indexed: true }),
    polarity: text('affirmed, denied or hypothetical.', ({ polarity }) => polarity),
    text: text('What was said, in the language of the quote.', (it) => it.text),
    language: text('Language (BCP 47) of text.', ({ language }) => language, { indexed: true }),
    translation: text('The text translated.', ({ translation }) => translation?.text ?? null),
    translation_language: text(
      'Language (BCP 47) of translation.',
      ({ translation }) => translation?.language ?? null,
    ),
    translation_origin: text(
      'editorial or source: who translated.',
      ({ translation }) => translation?.origin ?? null,
    ),
    unnamed_speaker: text('The words for a source without a name.', (it) => it.unnamedSpeaker),
    verb: text('The verb or phrase that attributes it.', ({ verb }) => verb),
    ...period('date', ({ date }) => date),
    event_id: to('events', 'The event at which it was said.', ({ event }) => event?.id ?? null),
    reported_in_id: to(
      'quotes',
      'The quote within which it is reported.',
      ({ reportedIn }) => reportedIn?.id ?? null,
    ),
  }),
  quote_speakers: parts('Who said it.', 'quotes', ({ speakers }) => speakers, {
    actor_id: to('actors', 'The speaker.', ({ id }: { id: string }) => id),
  }),
  quote_verbatim: parts(
    'Of mixed quotes, the words that stand between quotation marks.',
    'quotes',
    ({ verbatim }) => verbatim,
    { text: text('The words.', (words: string) => words) },
  ),
});
