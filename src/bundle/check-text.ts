import { type Fault, mostNamed, pointerPart } from '../model/fault.ts';
import type { FactType } from '../resource/resource.ts';
import type { CodePoints } from '../text/code-points.ts';
import { codePointsOf } from '../text/code-points.ts';
import { fingerprint } from '../verification/fingerprint.ts';
import { findRepairs } from '../verification/repairs.ts';
import { createMismatchExplainer } from './explain-mismatch.ts';
import type { FindWords } from './find-positions.ts';
import { createGraphemeCheck } from './graphemes.ts';
import { type Bundle, entriesOf } from './schema.ts';

/** What a completed bundle says of its text that the text doesn't bear out. */
export function checkText(
  bundle: Bundle,
  factTypes: readonly FactType[],
  characters: CodePoints,
  find: FindWords,
): Fault[] {
  const other = checkFingerprint(bundle, characters);
  if (other !== null) return [other];
  const faults: Fault[] = [];
  const explain = createMismatchExplainer(characters, find);
  const cutsGrapheme = createGraphemeCheck(characters);
  for (const factType of factTypes)
    for (const [index, entry] of entriesOf(bundle, factType).entries()) {
      const pointer = `/${factType.name}/${index}`;
      for (const [place, mention] of entry.mentions.entries()) {
        const at = `${pointer}/mentions${pointerPart(place)}`;
        if (Number.isNaN(mention.start)) continue;
        const found = characters.slice(mention.start, mention.end);
        if (found !== mention.exact)
          // More are only counted.
          faults.push({
            pointer: at,
            detail: faults.length < mostNamed ? explain(mention, found) : '',
          });
        else if (cutsGrapheme(mention))
          faults.push({ pointer: at, detail: 'cuts a character: a mark or joiner belongs to it' });
      }
      for (const { pointer: field, words } of factType.wordsAsTheyStand?.(entry) ?? [])
        if (!stands(words, find))
          faults.push({
            pointer: pointer + field,
            detail: `“${words}” stands nowhere in the text, where it should as it is; … may stand for what is left out between words${faults.length < mostNamed ? find.showOtherwise(words) : ''}`,
          });
    }
  return faults;
}

function checkFingerprint({ article }: Bundle, characters: CodePoints): Fault | null {
  const { sha256, length } = fingerprint(characters);
  const stated = article.text;
  if (stated.sha256 === sha256 && stated.length === length) return null;
  const isRight = (text: string) => fingerprint(codePointsOf(text)).sha256 === stated.sha256;
  const repairs = findRepairs(characters.text, isRight);
  const hint = repairs.length === 0 ? '' : `; it would be the same after ${repairs.join(', ')}`;
  return {
    pointer: '/article/text',
    detail: `is ${stated.sha256}, ${stated.length} code points; the text at hand is ${sha256}, ${length}${hint}`,
  };
}

/** Whether words stand in the text, white space aside; where they are interrupted, an ellipsis stands for the rest. */
function stands(words: string, find: FindWords): boolean {
  return (
    find.has(words) || (words.includes('…') && find.has(...words.split('…').map((it) => it.trim())))
  );
}
