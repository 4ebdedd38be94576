import { type Static, Type } from 'typebox';
import { idIn, nullableIdIn, slug } from './identifiers.ts';
import { language, nullableLine } from './localized-text.ts';
import { mentions } from './mention.ts';
import { Period, PeriodEntry } from './period.ts';
import { ActorRef, EventRef } from './references.ts';
import { nullableRef, object, oneOf, ref } from './schema.ts';

export const QuoteKind = oneOf(
  'QuoteKind',
  '`direct`: words between quotation marks, verbatim; `indirect`: a statement attributed to somebody, in our words.',
  ['direct', 'indirect'],
);

const TranslationOrigin = oneOf(
  'TranslationOrigin',
  '`editorial`: made by the annotators of this data; `source`: published by the speaker or the article.',
  ['editorial', 'source'],
);

const Translation = object('Translation', 'A translation of a quote.', {
  language,
  text: Type.String({ minLength: 1, description: 'The translated text.' }),
  origin: ref(TranslationOrigin),
});

const id = slug('Id of the quote.');

const own = {
  kind: ref(QuoteKind),
  text: Type.String({ minLength: 1, description: 'What was said, in the language of the quote.' }),
  language,
  translation: nullableRef(Translation),
};

const verb = nullableLine('The verb or phrase that attributes it, as it stands.');

export const QuoteEntry = object('QuoteEntry', 'A quote, in a bundle.', {
  id,
  ...own,
  speakers: Type.Array(idIn('actors', 'Id of an actor.'), {
    description: 'Only whom the article names as the source; empty in the narrator’s voice.',
  }),
  verb,
  date: nullableRef(PeriodEntry),
  event: nullableIdIn('events', 'Id of the event at which it was said.'),
  mentions,
});
export type QuoteEntry = Static<typeof QuoteEntry>;

export const Quote = object('Quote', 'Something that the article says somebody said.', {
  id,
  article: slug('Id of the article.'),
  ...own,
  speakers: Type.Array(ref(ActorRef), {
    description: 'Only whom the article names as the source; empty in the narrator’s voice.',
  }),
  verb,
  date: nullableRef(Period),
  event: nullableRef(EventRef),
  mentions,
});
export type Quote = Static<typeof Quote>;
