import { closers } from '../text/closing-marks.ts';
import { type CodePoints, codePoints } from '../text/code-points.ts';
import { isMinus, partsFigures } from '../text/figures.ts';

/** A text without its typography: what two programs, or two houses, set differently is the same here. */
export interface Plain {
  text: string;
  /** Of each UTF-16 unit of it, where what it comes from begins in the text as it is, in code points. */
  starts: readonly number[];
  /** And where that ends. */
  ends: readonly number[];
  /** Both once more, if letters were composed and what can't be seen weren't there, as other programs may have it. */
  from: readonly number[];
  to: readonly number[];
  /** The length, so counted. */
  length: number;
}

/** The text at hand, with what it was before. */
export interface PlainText extends Plain {
  original: CodePoints;
}

type Kind = 'word' | 'ideograph' | 'mark' | 'space' | 'dash' | 'hidden' | 'other';

/** What becomes of a character. */
interface Character {
  kind: Kind;
  plain: string;
}

/** Marks and apostrophes as they are typed, beside those that open or close quotations. */
const otherMarks = '`´′″ʹʺʻʼʽ׳';
const quotationMarks = new Set(
  [...closers].map(([mark, others]) => mark + others).join('') + otherMarks,
);

/** A mark that opens or closes quotations, or an apostrophe. */
export function isQuotationMark(character: string): boolean {
  return quotationMarks.has(character);
}

/**
 * What has a shape of its own: ligatures, forms of Arabic letters, wide and narrow ones, Roman numerals, one
 * to three dots. Not ² or ½: without their shape, 10² would be 102, and 1½ would be 11/2.
 */
const shapes =
  /[\u00B5\u0132\u0133\u013F\u0140\u0149\u01C4-\u01CC\u01F1-\u01F3\u2024-\u2026\u2160-\u217F\uFB00-\uFDEF\uFE10-\uFE6F\uFE70-\uFEFC\uFF01-\uFFEF]/;
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/**
 * Makes what takes the typography out of texts. The same character stands for all quotation marks and
 * apostrophes, for dashes, however many, for a letter and its shapes, composed or not. What can't be seen is
 * left out. White space is one space between words, and none beside anything else: paragraphs are joined,
 * dashes and French marks set, and Chinese is written with it or without. But no figure becomes another one:
 * a minus is no dash, and white space stays where 1, 200 and 3. 5 are two figures, and a $5 isn’t A$5.
 */
export function createTypography(): (text: string) => Plain {
  const known = new Map<number, Character>();
  return removeTypography;

  function removeTypography(text: string): Plain {
    let plain = '';
    const [starts, ends, from, to]: [number[], number[], number[], number[]] = [[], [], [], []];
    let [at, length]: [number, number] = [0, 0];
    let [last, isSpaced]: [Kind, boolean] = ['other', false];
    const write = (written: string, end: number, lengthThen: number, start = at) => {
      plain += written;
      for (let unit = 0; unit < written.length; unit++) {
        starts.push(start);
        ends.push(end);
        from.push(length);
        to.push(lengthThen);
      }
      at = end;
      length = lengthThen;
    };
    for (let offset = 0; offset < text.length; ) {
      const { kind, plain: written } = characterAt(text, offset);
      let next = offset + unitsAt(text, offset);
      if (kind === 'hidden' || kind === 'space') {
        isSpaced ||= kind === 'space';
        // CR LF is one line break.
        if (kind === 'space' && !text.startsWith('\r\n', offset)) length++;
        at++;
        offset = next;
        continue;
      }
      const isBetweenWords = last === 'word' && kind === 'word';
      if (isSpaced && (isBetweenWords || partsFigures(text, offset)))
        write(' ', at, length, at - 1);
      isSpaced = false;
      const first = next;
      while (next < text.length && characterAt(text, next).kind === 'mark')
        next += unitsAt(text, next);
      if (next > first) {
        // Marks belong to what is before them, in an order that programs choose.
        const whole = text.slice(offset, next);
        const composed = codePoints(whole.normalize('NFC'));
        const decomposed = (written + text.slice(first, next)).normalize('NFD');
        write(decomposed, at + codePoints(whole), length + composed);
      } else if (kind === 'dash' && isMinus(text, offset)) {
        write('−', at + 1, length + 1);
      } else if (kind === 'dash' && last === 'dash') {
        ends[ends.length - 1] = ++at;
        to[to.length - 1] = ++length;
      } else {
        // Two of these are typed for a double one.
        const isDoubled =
          "'`".includes(text.charAt(offset)) && text.charAt(next) === text.charAt(offset);
        if (isDoubled) next++;
        const size = isDoubled ? 2 : 1;
        write(written, at + size, length + size);
      }
      last = kind === 'mark' ? 'word' : kind;
      offset = next;
    }
    return { text: plain, starts, ends, from, to, length };
  }

  function characterAt(text: string, offset: number): Character {
    const codePoint = text.codePointAt(offset) ?? 0;
    let character = known.get(codePoint);
    if (character === undefined) {
      character = describe(String.fromCodePoint(codePoint));
      known.set(codePoint, character);
    }
    return character;
  }
}

function unitsAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

function describe(character: string): Character {
  // The last is what draws out Arabic words.
  if (/[\p{Default_Ignorable_Code_Point}\u0640]/u.test(character))
    return { kind: 'hidden', plain: '' };
  if (/\p{White_Space}/u.test(character)) return { kind: 'space', plain: ' ' };
  if (isQuotationMark(character)) return { kind: 'other', plain: "'" };
  if (/\p{Dash}/u.test(character)) return { kind: 'dash', plain: '-' };
  const form = shapes.test(character) ? 'NFKD' : 'NFD';
  const plain = ligatures[character] ?? character.normalize(form);
  if (/^\p{M}/u.test(plain)) return { kind: 'mark', plain };
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain))
    return { kind: 'ideograph', plain };
  return { kind: /^[\p{L}\p{N}]/u.test(plain) ? 'word' : 'other', plain };
}
