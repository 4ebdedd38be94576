import { longestSlug, slugPattern, wikidataPattern } from './identifiers.ts';
import { languagePattern } from './localized-text.ts';

/** What was meant by a text that isn't of the form, where people write it otherwise; null where that isn't known. */
export function toForm(pattern: string, text: string): string | null {
  return forms.get(pattern)?.(text.slice(0, 200)) ?? null;
}

const forms: ReadonlyMap<string, (text: string) => string | null> = new Map([
  [slugPattern, toSlug],
  // `q7747`, `wd:Q7747`, or its address.
  [
    wikidataPattern,
    (text) => /(?:^|\W)(q?[1-9]\d*)$/i.exec(text)?.[1]?.replace(/^q?/i, 'Q') ?? null,
  ],
  [languagePattern, (text) => canonicalLanguage(text.replaceAll('_', '-'))],
]);

/** `Xi Jinping`, `XI_JINPING` → `xi-jinping`; null where no id comes of it. */
export function toSlug(text: string): string | null {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' || slug.length > longestSlug ? null : slug;
}

function canonicalLanguage(tag: string): string | null {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    return /^[a-z]{2,3}(-|$)/.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}
