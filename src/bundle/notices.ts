import type { ActorEntry } from '../model/actor.ts';
import type { Notice } from '../model/notice.ts';
import type { QuoteEntry } from '../model/quote.ts';
import { termsOf } from '../text/words.ts';
import type { Bundle } from './schema.ts';

/**
 * Speakers whose name no mention shows: neither their own nor one that names the quote's source has a word
 * of their names or aliases. The wrong person may have been chosen.
 */
export function findUnshownSpeakers(bundle: Bundle): Notice[] {
  const actors = new Map(((bundle.actors ?? []) as ActorEntry[]).map((actor) => [actor.id, actor]));
  return ((bundle.quotes ?? []) as QuoteEntry[]).flatMap(({ speakers, mentions }, quote) =>
    speakers.flatMap((id, index): Notice[] => {
      const actor = actors.get(id);
      if (actor === undefined) return [];
      const sources = mentions.filter(({ role }) => role === 'source');
      const shown = new Set([...actor.mentions, ...sources].flatMap(({ exact }) => termsOf(exact)));
      const names = [...Object.values(actor.name), ...actor.aliases];
      if (names.flatMap(termsOf).some((term) => shown.has(term))) return [];
      return [
        {
          kind: 'speaker-not-shown',
          pointer: `/quotes/${quote}/speakers/${index}`,
          detail: `is ${id} (${names.join(', ')}), but no mention of the actor, or of the quote’s source, has a word of that`,
        },
      ];
    }),
  );
}
