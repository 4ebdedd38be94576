/** The language as ICU knows it; undefined where it doesn't, and would take the machine's instead. */
export function localeOf(language: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0];
  } catch {
    // Formed like a language tag, and none: ab-12.
    return undefined;
  }
}

/** The same and those of other countries whose words are read everywhere: “per cent”, “Sept.”, “crore”. */
export function localesOf(language: string): string[] {
  const locale = localeOf(language);
  if (locale === undefined) return [];
  return locale.split('-')[0] === 'en' ? [locale, 'en-GB', 'en-IN'] : [locale];
}
