import type { Span } from './span.ts';

/** What stands between two quotation marks, without them: a piece for each paragraph. */
export type Quotation = Span[];

/** Each mark that may open a quotation, and those that may close it. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '〝': '〟〞',
  '＂': '＂',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};
/** Marks that are apostrophes too. */
const single = "‘‚'";
/** Marks that open or close by where they stand, not by their form. */
const twoFaced = '”»›"＂\'‘';
const letter = /[\p{L}\p{N}\p{M}]/u;

/**
 * The quotations of a text, in order; of nested ones the outer. One that is left open at the end of a
 * paragraph goes on where the next paragraph begins with its opening mark again. What may as well be
 * none is left out: an apostrophe, a mark of inches, a mark that nothing closes.
 */
export function findQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  const paragraphs = paragraphsOf(text);
  let open: { mark: string; pieces: Span[] } | null = null;
  for (const paragraph of paragraphs) {
    let at = paragraph.start;
    if (open !== null) {
      const begin = skipSpace(text, paragraph);
      const opens = text[begin] === open.mark || (open.mark === '«' && text[begin] === '»');
      if (!opens) open = null;
      else at = begin;
    }
    while (at < paragraph.end) {
      const mark = text.charAt(at);
      const goesOn: boolean = open !== null;
      if (!goesOn && !opensAt(text, at)) {
        at++;
        continue;
      }
      const end = findEnd(text, at, paragraph.end);
      const pieces: Span[] = open?.pieces ?? [];
      if (end === null) {
        const last = trimmed(text, at + 1, paragraph.end);
        // An apostrophe goes no further than its paragraph.
        open = single.includes(mark) || last === null ? null : { mark, pieces: [...pieces, last] };
        if (open !== null) break;
        at++;
        continue;
      }
      open = null;
      const piece = trimmed(text, at + 1, end);
      if (piece !== null && isSaid(text, piece, mark)) quotations.push([...pieces, piece]);
      at = end + 1;
    }
  }
  return quotations;
}

function paragraphsOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n\r\u2028\u2029]+/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  })).filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

function skipSpace(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && text.charAt(at).trim() === '') at++;
  return at;
}

function opensAt(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!Object.hasOwn(closers, mark)) return false;
  const [before, behind] = [characterBefore(text, at), characterAt(text, at + 1)];
  if (behind === '' || behind.trim() === '') return mark === '«' && behind !== '';
  // It would close something, or stand within a word.
  return (
    !(twoFaced.includes(mark) || single.includes(mark)) ||
    !(letter.test(before) || /[.,!?…%]/.test(before))
  );
}

/** Where the quotation ends that begins there; null where it isn't closed, or nobody can tell where. */
function findEnd(text: string, begin: number, end: number): number | null {
  const mark = text.charAt(begin);
  const closing = closers[mark] ?? '';
  let depth = 0;
  const candidates: number[] = [];
  for (let at = begin + 1; at < end; at++) {
    const character = text.charAt(at);
    if (closing.includes(character) && closesAt(text, at, mark)) {
      if (depth > 0) depth--;
      else if (!single.includes(mark)) return at;
      else candidates.push(at);
    } else if (character === mark && !closing.includes(mark)) depth++;
  }
  // “the boys’ toys”: of several apostrophes, the one behind a full stop or comma ends what is said.
  const [only, ...others] = candidates;
  if (only === undefined || others.length === 0) return only ?? null;
  return candidates.find((at) => /[.,!?…]/.test(text.charAt(at - 1))) ?? null;
}

function closesAt(text: string, at: number, mark: string): boolean {
  const character = text.charAt(at);
  // 5'11" is a height.
  if (character === '"' && /\d['’]\d{1,2}$/.test(text.slice(Math.max(0, at - 5), at))) return false;
  if (!isWordMark(character) && !single.includes(mark)) return true;
  return characterBefore(text, at).trim() !== '' && !letter.test(characterAt(text, at + 1));
}

/** Within a word, these are an apostrophe, or Hebrew gershayim. */
function isWordMark(character: string): boolean {
  return '"\'’‘'.includes(character);
}

/** With single marks, a letter or two are part of a name: rock ‘n’ roll. */
function isSaid(text: string, { start, end }: Span, mark: string): boolean {
  const letters = Array.from(text.slice(start, end)).filter((it) => letter.test(it)).length;
  return letters > (single.includes(mark) ? 2 : 0);
}

function trimmed(text: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return start < end ? { start, end } : null;
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function characterBefore(text: string, at: number): string {
  const isLow = at > 1 && /[\udc00-\udfff]/.test(text.charAt(at - 1));
  return at <= 0 ? '' : characterAt(text, isLow ? at - 2 : at - 1);
}
