import { isLetter, isOfWord, isUnspaced } from '../text/letters.ts';
import { characterAt, characterBefore, type Span } from '../text/span.ts';

/** Where a word begins, and what it begins with: all of it or, where words have no spaces between them, its first character. */
export interface Beginning {
  index: number;
  key: string;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Words between spaces; in scripts without them, those that ICU tells by its dictionaries. */
export function beginningsOf(text: string): Beginning[] {
  const runs = Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)).flatMap(({ 0: run, index }) =>
    partsOf(run, index),
  );
  return runs.flatMap(({ run, start }) =>
    isUnspaced(characterAt(run, 0))
      ? Array.from(segmenter.segment(run), ({ index }) => ({
          index: start + index,
          key: characterAt(run, index),
        }))
      : { index: start, key: run },
  );
}

/** A run, which begins there, in parts of scripts that put no spaces between words, or of others. */
function partsOf(run: string, start: number): { run: string; start: number }[] {
  const parts: { run: string; start: number }[] = [];
  let wasUnspaced: boolean | undefined;
  for (const character of run) {
    const last = parts.at(-1);
    const unspaced = isUnspaced(character);
    if (last !== undefined && unspaced === wasUnspaced) last.run += character;
    else parts.push({ run: character, start: last ? last.start + last.run.length : start });
    wasUnspaced = unspaced;
  }
  return parts;
}

/** Tells whether a name that begins where a word does ends where one does, too. */
export function createEnds(text: string, beginnings: readonly Beginning[]) {
  /** The beginning of the word that each character belongs to. */
  const beginningAt = new Uint32Array(text.length);
  for (const { index } of beginnings) beginningAt[index] = index;
  for (let at = 1; at < text.length; at++) beginningAt[at] ||= beginningAt[at - 1] ?? 0;

  return ({ start, end }: Span): boolean => {
    const next = characterAt(text, end);
    const last = characterBefore(text, end);
    if (!isLetter(next) || !isLetter(last)) return true;
    if (/\p{M}/u.test(next)) return false;
    if (isOfWord(next) || isOfWord(last)) return isOfWord(next) !== isOfWord(last);
    const beginning = beginningAt[end] ?? end;
    if (beginning === end) return true;
    if (/\p{Script=Hangul}/u.test(last)) return particle.test(text.slice(end, end + 6));
    // A foreign name is in no dictionary: its end is taken for the beginning of another word.
    return beginning > start && [...text.slice(start, end)].length >= 4;
  };
}

/** The particles of Korean, up to the end of the word. */
const particle =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|께서|로|으로|와|과|도|만|까지|부터|라고|이라고|처럼|보다|측)(?![\p{L}\p{N}\p{M}])/u;
