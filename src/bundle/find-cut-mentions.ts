import { mostNamed, pointerPart } from '../model/fault.ts';
import type { Notice } from '../model/notice.ts';
import type { FactType } from '../resource/resource.ts';
import type { CodePoints } from '../text/code-points.ts';
import { digitsBefore, digitsBehind } from '../text/figures.ts';
import type { Place } from './find-positions.ts';
import { type Bundle, entriesOf } from './schema.ts';

/**
 * Mentions that begin or end within a number, and an actor’s that begins or ends within a word: other words
 * may be meant. Words are looked at where the article is in English: elsewhere they have endings, prefixes
 * and compounds of all kinds, and nothing tells Ali in Alice from Putin in Putinille.
 */
export function findCutMentions(
  bundle: Bundle,
  factTypes: readonly FactType[],
  characters: CodePoints,
): Notice[] {
  const isEnglish = /^en\b/i.test(bundle.article.language);
  const notices: Notice[] = [];
  for (const factType of factTypes)
    for (const [index, { mentions }] of entriesOf(bundle, factType).entries())
      for (const [place, mention] of mentions.entries()) {
        const whole =
          wholeNumber(characters, mention) ??
          (isEnglish && factType.name === 'actors' ? wholeWord(characters, mention) : null);
        if (whole === null) continue;
        if (notices.length >= mostNamed) return notices;
        notices.push({
          kind: 'mention-cut',
          pointer: `/${factType.name}/${index}/mentions${pointerPart(place)}`,
          detail: `“${mention.exact}” is cut out of “${characters.slice(whole.start, whole.end)}”, at ${whole.start}–${whole.end}: is the whole of it meant?`,
        });
      }
  return notices;
}

/** The number of which a mention has a part only; null where it has the whole, or none. */
function wholeNumber(characters: CodePoints, { start, end }: Place): Place | null {
  const [before, behind] = [digitsBefore(characters, start), digitsBehind(characters, end)];
  if (behind > 0 || (before > 0 && !isItem(characters, start)))
    return { start: start - before, end: end + behind };
  return null;
}

/** Whether a hyphen begins the line, as of an item of a list: it may be no minus. */
function isItem({ slice }: CodePoints, start: number): boolean {
  return /^(?:^|[\n\r])\p{Dash}$/u.test(slice(start - 2, start));
}

const latin = /^[\p{Script=Latin}\p{M}]$/u;
const capital = /^\p{Lu}$/u;
/** What English names take at their end: Obamas, Russians, Trumpism. */
const endings = /^(?:e?s|i?ans?|ns?|ese|ish|is[mt]s?|ites?|e?rs?|ers|ic|esque|y)(?![\p{L}\p{M}])/u;
/** What is longer is no word. */
const longestWord = 40;

/** The word of which a mention has a part only; null where it has whole words. Where a word goes on with a capital, another begins. */
function wholeWord({ slice }: CodePoints, { start, end }: Place): Place | null {
  const at = (position: number) => slice(position, position + 1);
  const joins = (position: number) =>
    latin.test(at(position - 1)) &&
    latin.test(at(position)) &&
    (!capital.test(at(position)) || capital.test(at(position - 1)));
  const isCut = joins(start) || (joins(end) && !endings.test(slice(end, end + longestWord)));
  if (!isCut) return null;
  const whole = { start, end };
  while (start - whole.start < longestWord && joins(whole.start)) whole.start--;
  while (whole.end - end < longestWord && joins(whole.end)) whole.end++;
  return whole;
}
