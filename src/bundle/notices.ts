import type { ActorEntry } from '../model/actor.ts';
import { shortened } from '../model/fault.ts';
import { exactsOf } from '../model/mention.ts';
import type { Notice } from '../model/notice.ts';
import { isUnsaid, type QuoteEntry } from '../model/quote.ts';
import { termsOf } from '../text/words.ts';
import type { Bundle } from './schema.ts';

/**
 * Speakers whose name no mention shows: neither their own nor one that names the quote's source has a word
 * of their names or aliases. The wrong person may have been chosen.
 */
export function findUnshownSpeakers(bundle: Bundle): Notice[] {
  const actors = new Map(((bundle.actors ?? []) as ActorEntry[]).map((actor) => [actor.id, actor]));
  const known = new Map<ActorEntry, Naming>();
  return ((bundle.quotes ?? []) as QuoteEntry[]).flatMap(({ speakers, mentions }, quote) => {
    const sources = wordsOf(exactsOf(mentions, 'source'));
    return speakers.flatMap((id, index): Notice[] => {
      const actor = actors.get(id);
      if (actor === undefined) return [];
      const { names, words, isShown } = known.getOrInsertComputed(actor, namingOf);
      if (isShown || !words.isDisjointFrom(sources)) return [];
      return [
        {
          kind: 'speaker-not-shown',
          pointer: `/quotes/${quote}/speakers/${index}`,
          detail: `is ${id} (${names}), but no mention of the actor, or of the quote’s source, has a word of that`,
        },
      ];
    });
  });
}

/**
 * Direct quotes that nobody said, or may not have said: their text is the article’s, so it can’t say that. Whoever
 * doesn’t look at the polarity reads that they were said.
 */
export function findUnsaidQuotes(bundle: Bundle): Notice[] {
  return ((bundle.quotes ?? []) as QuoteEntry[]).flatMap((entry, quote) =>
    !isUnsaid(entry)
      ? []
      : [
          {
            kind: 'polarity-not-in-text' as const,
            pointer: `/quotes/${quote}/polarity`,
            detail: `is ${entry.polarity}, but the text is the words alone, as if they had been said: better a mixed quote, whose text says so in words of ours, with these in verbatim`,
          },
        ],
  );
}

/** What an actor is called. */
interface Naming {
  /** For people. */
  names: string;
  words: ReadonlySet<string>;
  /** Whether a mention of the actor has one of these words. */
  isShown: boolean;
}

function namingOf({ name, aliases, mentions }: ActorEntry): Naming {
  const names = [...Object.values(name), ...aliases];
  const words = wordsOf(names);
  return {
    names: shortened(names.join(', ')),
    words,
    isShown: !words.isDisjointFrom(wordsOf(mentions.map(({ exact }) => exact))),
  };
}

function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => termsOf(text)));
}
