import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../src/text/query.ts';
import type { Query } from '../src/text/sought.ts';
import { toTermText } from '../src/text/term-text.ts';
import { termsOf, wordsOf } from '../src/text/words.ts';

test.each([
  ['Présiden PRESIDEN ｐｒｅｓｉｄｅｎ', ['presiden', 'presiden', 'presiden']],
  ['Straße STRASSE', ['strasse', 'strasse']],
  ['China-Rusia, 2024–25: 3.5 %', ['china', 'rusia', '2024', '25', '3ꞏ5']],
  ["it's a.b “tanpa batas”", ['it', 's', 'ab', 'tanpa', 'batas']],
  ['Пу́тин Βλαδίμηρος', ['путин', 'βλαδιμηροσ']],
  ['普京访华', ['普', '京', '访', '华']],
  ['が か', ['が', 'か']],
  ['ไปจีน', ['ไป', 'จีน']],
  ['السَّلام', ['السلام']],
  ['🎉 — * " ', []],
])('the words of %j are %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test('words stand where they say, in order, and are found by themselves', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      let end = 0;
      for (const word of wordsOf(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        end = word.end;
        expect(word.term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        expect(termsOf(text.slice(word.start, word.end))).toEqual([word.term]);
      }
    }),
  );
});

test('a text of plain letters has the terms that its words have one by one', () => {
  const some = 'aAzé ßİıŁŉŀǄ½²ªµ¨´·–“”…№™\u0301\u00a0йЁґяئآلامـ٣ًّٵ٬ﷲ،؟e\u0301Å';
  const slowly = (text: string) => Array.from(wordsOf(text), ({ term }) => term);
  assert(
    property(string({ unit: constantFrom(...some) }), (text) => {
      expect(termsOf(text)).toEqual(slowly(text));
    }),
    { numRuns: 2000 },
  );
  for (let code = 0; code < 0x3000; code++)
    for (const text of [`a${String.fromCharCode(code)}b`, `é ${String.fromCharCode(code)}Ж`])
      expect(termsOf(text), code.toString(16)).toEqual(slowly(text));
});

test.each([
  ['no limits', 'no & limits'],
  ['"no limits" visit', 'no limits & visit'],
  ['limit* "the no lim"*', 'limit* & the no lim*'],
  ['Year-of', 'year of|yearof'],
  ['visit VISIT', 'visit'],
  ['"open', 'open'],
  ['AND NEAR(', 'and & near'],
  ['" * ""', ''],
  ['a -b -"c d" -e*', 'a not b, c d, e*'],
  ['-a', ' not a'],
  ['a-b --c - d', 'a b|ab & c & d'],
  ['a OR b c', 'a or b & c'],
  ['OR a OR OR b OR', 'a or b'],
  ['a OR -b OR c', 'a & c not b'],
  ['"OR" a', 'or & a'],
  ['OR', 'or'],
  ['1,200', '1200|1ꞏ200|1 200'],
  ['1.5 1,5', '1ꞏ5|1 5 & 1 5|1ꞏ5'],
  ['1 200 000 pigs', '1200000|1 200 000 & pigs'],
  ['U.S. J. K. R', 'us|u s & jk|j k & r'],
  ["O'Brien", 'o brien|obrien'],
  ['צה"ל', 'צה ל|צהל'],
])('%j looks for %j', (text, expected) => {
  expect(describeQuery(parseQuery(text))).toBe(expected);
});

/** Each phrase as it was typed, `|` between the ways to read it. */
function describeQuery({ all, none }: Query): string {
  const describe = ({ phrases }: Query['none'][number]) =>
    phrases.map(({ terms, prefix }) => terms.join(' ') + (prefix ? '*' : '')).join('|');
  const groups = all.map((group) => group.map(describe).join(' or ')).join(' & ');
  return none.length === 0 ? groups : `${groups} not ${none.map(describe).join(', ')}`;
}

test('of a query the first 32 words decide', () => {
  const words = Array.from({ length: 40 }, (_, index) => `w${index}`);
  expect(parseQuery(words.join(' ')).all).toHaveLength(32);
  const [[phrase] = []] = parseQuery(`"${words.join(' ')}"`).all;
  expect(phrase?.phrases).toEqual([{ terms: words.slice(0, 32), prefix: false }]);
});

test('what is indexed keeps texts apart, and has each text once', () => {
  expect(
    toTermText(['Ada Stein', 'ada stein', '!', 'mayor'].map((it) => ['en', it] as const)),
  ).toBe(' ada stein ¶ mayor ');
});
