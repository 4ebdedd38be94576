import type { AnnotatedArticle, Span } from './attribution.ts';
import type { WrittenQuote } from './to-quote.ts';

const roles = ['content', 'cue', 'source'] as const;

/**
 * The attributions whose mentions are not as annotated: a letter or digit of what was annotated stands in no
 * mention of its role, or a mention has one that was not. White space and punctuation at the ends don't count.
 */
export function findUnlikeAnnotations(
  annotated: AnnotatedArticle,
  quotes: readonly Pick<WrittenQuote, 'mentions'>[],
): string[] {
  const characters = [...annotated.text.text];
  return annotated.attributions.flatMap((attribution, index) => {
    const mentions = quotes[index]?.mentions ?? [];
    const { content, cues, sources } = attribution;
    const annotations = { content, cue: cues.flat(), source: sources.flat() };
    const isAlike = roles.every((role) => {
      const stated = mentions.filter((mention) => mention.role === role);
      return placesOf(annotations[role]) === placesOf(stated);
    });
    return isAlike ? [] : [attribution.id];
  });

  function placesOf(spans: readonly Span[]): string {
    const places = new Set<number>();
    for (const { start, end } of spans)
      for (let place = start; place < end; place++)
        if (/[\p{L}\p{N}]/u.test(characters[place] ?? '')) places.add(place);
    return [...places].sort((one, other) => one - other).join(' ');
  }
}
