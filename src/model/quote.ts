import { type Static, Type } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { idIn, nullableIdIn, slug } from './identifiers.ts';
import { language, nullableLine } from './localized-text.ts';
import { mentionEntries, mentions } from './mention.ts';
import { Period, PeriodEntry } from './period.ts';
import { Polarity } from './polarity.ts';
import { QuoteKind } from './quote-kind.ts';
import { ActorRef, EventRef, QuoteRef } from './references.ts';
import { nullableRef, object, oneOf, ref } from './schema.ts';

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
  polarity: ref(Polarity),
  text: Type.String({ minLength: 1, description: 'What was said, in the language of the quote.' }),
  verbatim: Type.Array(Type.String(), {
    maxItems: 100,
    description: 'Of a `mixed` quote, the words of its text that stand between quotation marks.',
  }),
  language,
  translation: nullableRef(Translation),
};

const attribution = {
  unnamedSpeaker: nullableLine(
    'The words for a source without a name, as they stand: “a senior official”. It is no actor.',
  ),
  verb: nullableLine('The verb or phrase that attributes it, as it stands.'),
};

const speakersDescription =
  'Only whom the article names as the source; empty in the narrator’s voice.';

export const QuoteEntry = entry(
  'QuoteEntry',
  'A quote, in a bundle.',
  {
    id,
    ...own,
    speakers: Type.Array(idIn('actors', 'Id of an actor.'), { description: speakersDescription }),
    ...attribution,
    date: nullableRef(PeriodEntry),
    event: nullableIdIn('events', 'Id of the event at which it was said.'),
    reportedIn: nullableIdIn('quotes', 'Id of the quote within which it is reported.'),
    mentions: mentionEntries,
  },
  {
    polarity: 'affirmed',
    verbatim: [],
    // That of the article.
    language: ({ article }: { article: { language: string } }) => article.language,
    translation: null,
    speakers: [],
    unnamedSpeaker: null,
    verb: null,
    date: null,
    event: null,
    reportedIn: null,
  },
);
export type QuoteEntry = CompleteStatic<typeof QuoteEntry>;

export const Quote = object('Quote', 'Something that the article says somebody said.', {
  id,
  article: slug('Id of the article.'),
  ...own,
  speakers: Type.Array(ref(ActorRef), { description: speakersDescription }),
  ...attribution,
  date: nullableRef(Period),
  event: nullableRef(EventRef),
  reportedIn: nullableRef(QuoteRef),
  mentions,
});
export type Quote = Static<typeof Quote>;

/** Whether it is words of the article that nobody said, or may not have said: alone, they would pass for what was said. */
export function isUnsaid({ kind, polarity }: Pick<Quote, 'kind' | 'polarity'>): boolean {
  return kind === 'direct' && polarity !== 'affirmed';
}
