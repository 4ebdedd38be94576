import type { Phrase } from './sought.ts';

/** What a term text that has the phrase contains, character by character. */
export function needleOf({ terms, prefix }: Phrase): string {
  return ` ${terms.join(' ')}${prefix ? '' : ' '}`;
}

/** More often than this weighs no more; and to find long phrases that overlap takes their length each time. */
const mostCounted = 1000;

/** How often the phrase stands in the term text; counting stops at a thousand. */
export function countPhrase(termText: string, phrase: Phrase): number {
  const needle = needleOf(phrase);
  let count = 0;
  // The space behind one word may be the one before the next.
  for (
    let at = termText.indexOf(needle);
    at >= 0 && count < mostCounted;
    at = termText.indexOf(needle, at + 1)
  )
    count++;
  return count;
}
