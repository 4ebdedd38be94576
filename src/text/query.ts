import { keysOf, lowerCaseOf, spellingKeys } from './forms.ts';
import type { Phrase, Query, Sought } from './sought.ts';
import { splitTermsOf, termsOf, type Word } from './words.ts';

/** So many words of a query decide; what comes behind them is left out. */
const mostWords = 32;

/**
 * What somebody looks for: words, "words side by side", beginnings*, this OR that, -not this. Every text
 * is a query: what else it holds has no meaning, and without letters or digits it finds nothing.
 */
export function parseQuery(text: string): Query {
  const all: Sought[][] = [];
  const none: Sought[] = [];
  let left = mostWords;
  let group: Sought[] | null = null;
  let joins = false;
  for (const part of partsOf(text)) {
    if (part.text === 'OR' && !part.isQuoted) {
      joins = group !== null;
      continue;
    }
    const sought = toSought(part, left);
    if (sought === null) continue;
    left -= sought.phrases[0]?.terms.length ?? 0;
    if (part.isExcluded) {
      none.push(sought);
      group = null;
    } else if (joins && group !== null) group.push(sought);
    else {
      group = [sought];
      all.push(group);
    }
    joins = false;
  }
  if (all.length + none.length === 0 && /^\s*OR\s*$/.test(text)) return parseQuery('"or"');
  return { all: distinct(all), none: distinct(none) };
}

interface Part {
  text: string;
  isQuoted: boolean;
  isExcluded: boolean;
  prefix: boolean;
}

/**
 * A minus, then "a phrase", or what is one number or one name's initials in spite of its spaces; or all up to the
 * next space. A quotation mark between Hebrew letters makes an abbreviation.
 */
const parts =
  /([-－]?)(?:"([^"]*)"?|(\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\S)|\p{Lu}\.(?: \p{Lu}\.)+(?!\S)))(\*?)|[^\s"]+(?:(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})[^\s"]+)*/gu;

function* partsOf(query: string): Generator<Part> {
  for (const [chunk, minus, quoted, spaced, star] of query.matchAll(parts)) {
    const text = quoted ?? spaced;
    const isExcluded = text === undefined ? /^[-－](?![-－])/.test(chunk) : minus !== '';
    yield {
      text: text ?? chunk,
      isQuoted: quoted !== undefined,
      isExcluded,
      prefix: text === undefined ? chunk.endsWith('*') : star !== '',
    };
  }
}

/** Null where there are no words in it, or none are left of those that decide. */
function toSought({ text, isQuoted, prefix }: Part, most: number): Sought | null {
  if (most <= 0) return null;
  const phrases = readingsOf(text).map((terms) => ({
    terms: terms.slice(0, most),
    prefix: prefix && terms.length <= most,
  }));
  const [first] = phrases;
  if (first === undefined) return null;
  if (prefix) return { phrases, keys: [], forms: [] };
  if (isQuoted) return { phrases, keys: isWord(text) ? spellingKeys(wordIn(text)) : [], forms: [] };
  const inner = withoutClitic(text);
  const forms = inner === null ? [] : [{ terms: termsOf(inner), prefix: false }];
  return { phrases, keys: isWord(inner ?? text) ? keysOf(wordIn(inner ?? text)) : [], forms };
}

/**
 * The words, however numbers in it are written: as in English, German or French, which group and part
 * digits in all the usual ways; and with what marks part as words of their own, or as one.
 */
function readingsOf(text: string): string[][] {
  const readings = [
    ...['en', 'de', 'fr'].map((language) => termsOf(text, language)),
    splitTermsOf(text),
    splitTermsOf(text.replace(marksWithin, '')),
  ];
  const different = new Map(readings.map((terms) => [terms.join(' '), terms]));
  different.delete('');
  return [...different.values()];
}

const marksWithin = /(?<=[\p{L}\p{N}\p{M}])['’‘ʻʼ′＇׳״"\-‐‑\u05be\u200c](?=[\p{L}\p{N}\p{M}])/gu;
const run = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether it is one word that may have other forms. */
function isWord(text: string): boolean {
  return lowerCaseOf(text).match(run)?.length === 1 && splitTermsOf(text).length === 1;
}

function wordIn(text: string): string {
  return lowerCaseOf(text).match(run)?.[0] ?? '';
}

/** The word of “l’homme”, “dell’arte” and “Putin’s”; null where there is nothing to take away. */
function withoutClitic(text: string): string | null {
  const [, before, after] = text.match(clitics) ?? [];
  return before ?? after ?? null;
}

const clitics =
  /^(?:(.{2,})['’]s|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|quest|[dns]ell|[ads]ull|dall|all)['’](.{3,}))$/iu;

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Where the phrase stands among the words: the indices of its first words, one after the other. */
export function* findPhrase(words: readonly Word[], { terms, prefix }: Phrase): Generator<number> {
  const last = terms.length - 1;
  for (let at = 0; at + last < words.length; at++) {
    const matches = terms.every((term, index) => {
      const word = words[at + index]?.term ?? '';
      return index === last && prefix ? word.startsWith(term) : word === term;
    });
    if (matches) yield at;
  }
}
