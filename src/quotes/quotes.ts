import { languagePattern } from '../model/localized-text.ts';
import { toPeriod } from '../model/period.ts';
import { Quote, QuoteEntry, QuoteKind } from '../model/quote.ts';
import type { ActorRef, EventRef } from '../model/references.ts';
import { article, days, ids, oneOfThese, texts } from '../resource/filters.ts';
import { dated, inLanguage, linkTo } from '../resource/linked-data.ts';
import { defineFactType } from '../resource/resource.ts';
import { isAnyOf, isOfArticle, refersTo } from '../store/conditions.ts';
import { inOrderOfText } from '../store/pages.ts';
import { quoteTable } from './table.ts';

export const quotes = defineFactType<QuoteEntry, Quote>({
  name: 'quotes',
  singular: 'quote',
  description:
    'Who said what: verbatim between quotation marks (`direct`), or attributed to somebody (`indirect`).',
  schema: Quote,
  example: 'wang-wenbin-smooth-stable-china-russia-relations-2024',
  table: quoteTable,
  exampleSearch: 'limit*',
  filters: {
    article: article(isOfArticle('quotes')),
    kind: oneOfThese(QuoteKind, 'kind', 'direct'),
    speaker: ids('Only by these actors.', 'china', refersTo('quote', 'speaker')),
    event: ids(
      'Only said at these events.',
      'china-russia-no-limits-partnership-declaration-2022',
      isAnyOf('event'),
    ),
    language: texts(isAnyOf('language', 'part'), 'Only in these languages (BCP 47).', 'id', {
      pattern: languagePattern,
    }),
    ...days(),
  },
  orders: {
    position: inOrderOfText,
    date: { columns: ['earliest'], nullable: true },
    id: { columns: [] },
  },
  entry: QuoteEntry,
  toDocument: (entry, references) => ({
    id: entry.id,
    article: references.article,
    kind: entry.kind,
    text: entry.text,
    language: entry.language,
    translation: entry.translation,
    speakers: entry.speakers.map((id) => references.to<ActorRef>('actors', id)),
    verb: entry.verb,
    date: entry.date && toPeriod(entry.date),
    event: references.orNull<EventRef>('events', entry.event),
    mentions: entry.mentions,
  }),
  toSearchable: ({ text, language, translation }) => ({
    title: { [language]: text, ...(translation && { [translation.language]: translation.text }) },
    texts: [],
  }),
  toLinkedData: (quote) => ({
    '@id': `/v1/quotes/${quote.id}`,
    // What is in our words must not pass for what was said.
    '@type': quote.kind === 'direct' ? 'Quotation' : 'Claim',
    kind: quote.kind,
    text: inLanguage(quote.language, quote.text),
    inLanguage: quote.language,
    [quote.kind === 'direct' ? 'spokenByCharacter' : 'author']: quote.speakers.map((speaker) =>
      linkTo('actors', speaker),
    ),
    [quote.kind === 'direct' ? 'isPartOf' : 'appearance']: linkTo('articles', quote.article),
    recordedIn: linkTo('events', quote.event),
    workTranslation: quote.translation
      ? {
          '@type': quote.kind === 'direct' ? 'Quotation' : 'Claim',
          text: inLanguage(quote.translation.language, quote.translation.text),
          inLanguage: quote.translation.language,
          translationOrigin: quote.translation.origin,
        }
      : undefined,
    ...dated(quote.date),
  }),
  findFaults: ({ kind, text, mentions }) =>
    kind === 'indirect' || mentions.some(({ exact }) => exact === text)
      ? []
      : [
          {
            pointer: '/mentions',
            detail: 'must have a mention whose exact is the text of the direct quote',
          },
        ],
  links: ({ speakers, event }) => [
    ...speakers.map(({ id }) => ({ relation: 'speaker', targetType: 'actors', target: id })),
    ...(event ? [{ relation: 'event', targetType: 'events', target: event.id }] : []),
  ],
});
