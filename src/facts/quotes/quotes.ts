import { languagePattern } from '../../model/localized-text.ts';
import { expressionOf, toPeriod } from '../../model/period.ts';
import { Polarity } from '../../model/polarity.ts';
import { isUnsaid, Quote, QuoteEntry } from '../../model/quote.ts';
import { QuoteKind } from '../../model/quote-kind.ts';
import type { ActorRef, EventRef, QuoteRef } from '../../model/references.ts';
import { article, days, ids, itemIds, oneOfThese, texts, yesOrNo } from '../../resource/filters.ts';
import { dated, inLanguage, linkTo } from '../../resource/linked-data.ts';
import { defineFactType } from '../../resource/resource.ts';
import { inEach } from '../../resource/searchable.ts';
import { dayColumns } from '../../resource/stated-columns.ts';
import { inOrderOfText } from '../../store/plan.ts';
import { quoteCsvColumns } from './csv-columns.ts';
import { findQuoteFaults } from './rules.ts';
import { quoteSqlTables } from './sql-tables.ts';

export const quotes = defineFactType<QuoteEntry, Quote>({
  name: 'quotes',
  singular: 'quote',
  description:
    'Who said what: verbatim (`direct`), in our words (`indirect`), or in our words with words between quotation marks (`mixed`).',
  schema: Quote,
  example: 'wang-wenbin-smooth-stable-china-russia-relations-2024',
  csvColumns: quoteCsvColumns,
  sqlTables: quoteSqlTables,
  exampleSearch: 'limit*',
  exampleNot: 'kind:indirect',
  filters: {
    article: article('states'),
    kind: oneOfThese('Only of these kinds.', QuoteKind, 'kind', 'direct'),
    polarity: oneOfThese('Only of this polarity.', Polarity, 'polarity', 'affirmed'),
    speaker: ids('Only by these actors.', 'china', 'actors', { link: 'speaker', from: 'quote' }),
    event: ids(
      'Only said at these events.',
      'china-russia-no-limits-partnership-declaration-2022',
      'events',
      { column: 'event' },
    ),
    unnamed: yesOrNo(
      'Only quotes with (`true`) or without (`false`) a source that the article gives no name.',
      false,
      'unnamed',
    ),
    reportedIn: ids('Only what is reported within these quotes.', null, 'quotes', {
      column: 'reported_in',
    }),
    language: texts({ column: 'language' }, 'Only in these languages (BCP 47).', 'id', {
      pattern: languagePattern,
    }),
    ...days(),
    id: itemIds('quotes', 'china-russia-declare-no-limits-partnership-2022'),
  },
  orders: {
    position: inOrderOfText,
    date: { columns: ['earliest'], nullable: true },
    id: { columns: [] },
  },
  entry: QuoteEntry,
  columns: {
    kind: ({ kind }) => kind,
    polarity: ({ polarity }) => polarity,
    language: ({ language }) => language,
    event: ({ event }) => event?.id ?? null,
    reported_in: ({ reportedIn }) => reportedIn?.id ?? null,
    unnamed: ({ unnamedSpeaker }) => Number(unnamedSpeaker !== null),
    ...dayColumns(({ date }) => date),
  },
  toDocument: (entry, references) => ({
    id: entry.id,
    article: references.article,
    kind: entry.kind,
    polarity: entry.polarity,
    text: entry.text,
    verbatim: entry.verbatim,
    language: entry.language,
    translation: entry.translation,
    speakers: entry.speakers.map((id) => references.to<ActorRef>('actors', id)),
    unnamedSpeaker: entry.unnamedSpeaker,
    verb: entry.verb,
    date: entry.date && toPeriod(entry.date),
    event: references.orNull<EventRef>('events', entry.event),
    reportedIn: references.orNull<QuoteRef>('quotes', entry.reportedIn),
    mentions: entry.mentions,
  }),
  toSearchable: ({ text, language, translation, speakers, unnamedSpeaker }) => ({
    title: { [language]: text, ...(translation && { [translation.language]: translation.text }) },
    texts: [
      ...inEach(...speakers.map(({ name }) => name)),
      ...(unnamedSpeaker === null ? [] : [unnamedSpeaker]),
    ],
  }),
  toLinkedData: (quote) => ({
    '@id': `/v1/quotes/${quote.id}`,
    '@type': isSaid(quote) ? 'Quotation' : 'Claim',
    kind: quote.kind,
    polarity: quote.polarity,
    text: inLanguage(quote.language, quote.text),
    inLanguage: quote.language,
    [attributionOf(quote)]: quote.speakers.map((speaker) => linkTo('actors', speaker)),
    [quote.kind === 'direct' ? 'isPartOf' : 'appearance']: linkTo('articles', quote.article),
    hasPart: quote.verbatim.map((words) => ({
      '@type': 'Quotation',
      text: inLanguage(quote.language, words),
    })),
    unnamedSpeaker: quote.unnamedSpeaker ?? undefined,
    recordedIn: linkTo('events', quote.event),
    reportedIn: linkTo('quotes', quote.reportedIn),
    workTranslation: quote.translation
      ? {
          '@type': isSaid(quote) ? 'Quotation' : 'Claim',
          text: inLanguage(quote.translation.language, quote.translation.text),
          inLanguage: quote.translation.language,
          translationOrigin: quote.translation.origin,
        }
      : undefined,
    ...dated(quote.date),
  }),
  findFaults: findQuoteFaults,
  wordsAsTheyStand: ({ verb, unnamedSpeaker, date }) => [
    ...(verb === null ? [] : [{ pointer: '/verb', words: verb }]),
    ...(unnamedSpeaker === null ? [] : [{ pointer: '/unnamedSpeaker', words: unnamedSpeaker }]),
    ...expressionOf('/date', date),
  ],
  chains: ['reportedIn'],
  distinct: ['speakers'],
  mentionRoles: ['content', 'cue', 'source'],
  // What was said, and who said it, stand whole.
  longestMention: Number.POSITIVE_INFINITY,
  links: ({ speakers, event, reportedIn }) => [
    ...speakers.map(({ id }) => ({ relation: 'speaker', targetType: 'actors', target: id })),
    ...(event ? [{ relation: 'event', targetType: 'events', target: event.id }] : []),
    ...(reportedIn
      ? [{ relation: 'reportedIn', targetType: 'quotes', target: reportedIn.id }]
      : []),
  ],
  toReference: ({ id, kind, text }) => ({ id, kind, text }),
});

/** What is in our words, or what nobody said, must not pass for what was said. */
function isSaid(quote: Quote): boolean {
  return quote.kind === 'direct' && !isUnsaid(quote);
}

/** What those who are named are to it. */
function attributionOf(quote: Quote): 'spokenByCharacter' | 'author' | 'mentions' {
  if (isSaid(quote)) return 'spokenByCharacter';
  return isUnsaid(quote) ? 'mentions' : 'author';
}
