import { complete } from '../model/entry.ts';
import { type Fault, pointerPart } from '../model/fault.ts';
import type { Mention, WrittenMention } from '../model/mention.ts';
import { joinPieces } from '../model/pieces.ts';
import type { FactType } from '../resource/resource.ts';
import { type CodePoints, codePointsOf } from '../text/code-points.ts';
import { isOnePiece } from '../text/one-piece.ts';
import { fingerprint } from '../verification/fingerprint.ts';
import { type FindWords, isPlaced, placeMention } from './find-positions.ts';
import { type Bundle, type bundleSchema, entriesOf } from './schema.ts';

/** A bundle with everything that a person may leave out, or why that can't be found. */
export interface Completed {
  bundle: Bundle;
  faults: Fault[];
}

/**
 * Fills in what a person leaves out: fields that are null or empty, positions by their words, the text's fingerprint.
 * @param value right by the schema
 * @param find finds words in the article's text; null where the text isn't at hand
 */
export function completeBundle(
  value: object,
  schema: ReturnType<typeof bundleSchema>,
  factTypes: readonly FactType[],
  characters: CodePoints | null,
  find: FindWords | null,
): Completed {
  const written = value as Bundle;
  const faults: Fault[] = [];
  const article = { ...written.article };
  if (article.text === undefined) {
    article.text = fingerprint(characters ?? codePointsOf(''));
    if (article.text.length === 0)
      faults.push({
        pointer: '/article/text',
        detail: 'must be given (sha256 and length) where the text itself is not at hand',
      });
  }
  const placed: Record<string, unknown> = {};
  for (const factType of factTypes) {
    if (written[factType.name] === undefined) continue;
    placed[factType.name] = entriesOf(written, factType).map((entry, index) => {
      const pointer = `/${factType.name}/${index}/mentions`;
      const mentions = (entry.mentions as WrittenMention[]).map((mention, place) => {
        const outcome = placeMention(mention, find);
        if (isPlaced(outcome)) return outcome;
        faults.push({ pointer: pointer + pointerPart(place), detail: outcome });
        return { ...mention, ...nowhere };
      });
      return { ...entry, mentions: markContinued(entry, mentions as Mention[]) };
    });
  }
  const { articleText: _text, ...whole } = { ...written, article, ...placed };
  return { bundle: complete(schema, whole, written) as Bundle, faults };
}

/** The place of words that weren't found: whatever is compared with it is false. */
const nowhere = { start: Number.NaN, end: Number.NaN };

/** Where nobody said which pieces of a direct quote go on, and they only make its text together, all but the first do. */
function markContinued(
  { kind, text = '' }: { kind?: string; text?: string },
  mentions: Mention[],
): Mention[] {
  if (kind !== 'direct' || mentions.some(({ continues }) => continues !== undefined))
    return mentions;
  const pieces = mentions.filter(({ role = 'content' }) => role === 'content');
  if (pieces.length < 2 || isOnePiece(pieces[0]?.exact ?? '', text)) return mentions;
  if (!isOnePiece(joinPieces(pieces), text)) return mentions;
  return mentions.map((mention) => ({
    ...mention,
    continues: pieces.indexOf(mention) > 0,
  }));
}
