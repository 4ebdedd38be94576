import type { Bundle } from '../../src/bundle/schema.ts';
import { bundleOf } from './article.ts';

/** Markup that ends whatever it may stand in, and would run something: what a name may be. */
export const markup =
  '"\'></title></script></textarea>]]><script>alert(1)</script><img src=x onerror=alert(1)>{{x}}<!--';

/** What only longer texts may have: the direction turned, a terminal told, marks piled up. */
export const freeText = `=1+1 ${markup}\u202Eever\u2066 \u001b[31m\u001b]0;title\u0007 e${'\u0301'.repeat(29)} javascript:alert(1)`;

/** An article that says so wherever a text may stand, free or in one line. */
export function hostileBundle(id: string, line = markup, text = freeText): Bundle {
  const named = { en: line, ar: line };
  return bundleOf(id, (bundle) => {
    const { article, quotes, actors, places, events, statistics } = bundle;
    Object.assign(article, { title: named, description: named });
    Object.assign(article.source, {
      headline: line,
      byline: line,
      publisher: line,
      url: 'https://example.org/"><script>alert(1)</script>',
    });
    for (const actor of actors)
      Object.assign(actor, {
        name: named,
        description: named,
        roles: [named],
        aliases: [line],
      });
    for (const place of places) place.name = named;
    for (const event of events) Object.assign(event, { title: named, description: named });
    for (const it of statistics)
      Object.assign(it, { label: named, unit: { code: 'x', label: named } });
    Object.assign(quotes[1] ?? {}, {
      text,
      language: 'ar',
      verb: line,
      translation: { language: 'en', text, origin: 'editorial' },
    });
  }) as Bundle;
}
