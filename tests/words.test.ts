import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../src/text/query.ts';
import { toTermText } from '../src/text/term-text.ts';
import { termsOf, wordsOf } from '../src/text/words.ts';

test.each([
  ['Présiden PRESIDEN ｐｒｅｓｉｄｅｎ', ['presiden', 'presiden', 'presiden']],
  ['Straße STRASSE', ['strasse', 'strasse']],
  ['China-Rusia, 2024–25: 3.5 %', ['china', 'rusia', '2024', '25', '3', '5']],
  ["it's a.b “tanpa batas”", ['it', 's', 'a', 'b', 'tanpa', 'batas']],
  ['Пу́тин Βλαδίμηρος', ['путин', 'βλαδιμηρος']],
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
  ['no limits', [word('no'), word('limits')]],
  ['"no limits" visit', [{ terms: ['no', 'limits'], prefix: false }, word('visit')]],
  ['limit* "the no lim"*', [begin('limit'), { terms: ['the', 'no', 'lim'], prefix: true }]],
  ['Year-of', [{ terms: ['year', 'of'], prefix: false }]],
  ['visit VISIT', [word('visit')]],
  ['"open', [word('open')]],
  ['AND NEAR( -a', [word('and'), word('near'), word('a')]],
  ['" * ""', []],
])('%j looks for %j', (text, phrases) => {
  expect(parseQuery(text)).toEqual(phrases);
});

function word(term: string) {
  return { terms: [term], prefix: false };
}

function begin(term: string) {
  return { terms: [term], prefix: true };
}

test('what is indexed keeps texts apart, and has each text once', () => {
  expect(toTermText(['Ada Stein', 'ada stein', '!', 'mayor'])).toBe(' ada stein ¶ mayor ');
});
