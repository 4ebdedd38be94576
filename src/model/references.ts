import { type Static, Type } from 'typebox';
import { ActorKind } from './actor-kind.ts';
import { EventKind } from './event-kind.ts';
import { slug } from './identifiers.ts';
import { LocalizedText } from './localized-text.ts';
import { PlaceKind } from './place-kind.ts';
import { QuoteKind } from './quote-kind.ts';
import { object, ref } from './schema.ts';

export const ActorRef = object('ActorRef', 'An actor, as the article at hand names it.', {
  id: slug('Id of the actor.'),
  kind: ref(ActorKind),
  name: ref(LocalizedText),
});
export type ActorRef = Static<typeof ActorRef>;

export const PlaceRef = object('PlaceRef', 'A place, as the article at hand names it.', {
  id: slug('Id of the place.'),
  kind: ref(PlaceKind),
  name: ref(LocalizedText),
});
export type PlaceRef = Static<typeof PlaceRef>;

export const EventRef = object('EventRef', 'An event; its name is the title.', {
  id: slug('Id of the event.'),
  kind: ref(EventKind),
  name: ref(LocalizedText),
});
export type EventRef = Static<typeof EventRef>;

export const QuoteRef = object('QuoteRef', 'Another quote of the article.', {
  id: slug('Id of the quote.'),
  kind: ref(QuoteKind),
  text: Type.String({ minLength: 1, description: 'What was said, in the language of the quote.' }),
});
export type QuoteRef = Static<typeof QuoteRef>;
