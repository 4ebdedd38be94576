import { expect, test } from 'vitest';
import { findFigures } from '../src/draft/figures.ts';
import type { Span } from '../src/text/span.ts';

const wordsAt = (text: string) => (span: Span) => text.slice(span.start, span.end);

test.each<[string, string, [string, number | undefined, string | undefined][]]>([
  // Whose dollars, francs or pounds, nobody says.
  [
    'fr',
    '3 millions de dollars, 2,5 milliards d’euros, 7,5 M€',
    [
      ['3 millions de dollars', 3e6, undefined],
      ['2,5 milliards d’euros', 2.5e9, 'EUR'],
      ['7,5 M€', 7.5e6, 'EUR'],
    ],
  ],
  [
    'en',
    'US$ 5 bn, A$3m, S$4, 5 billion US dollars, 3 trillion yen, 6 million pounds, USD. 5',
    [
      ['US$ 5 bn', 5e9, 'USD'],
      ['A$3m', 3e6, 'AUD'],
      ['$4', 4, undefined],
      ['5 billion US dollars', 5e9, 'USD'],
      ['3 trillion yen', 3e12, 'JPY'],
      ['6 million pounds', 6e6, undefined],
      ['5', 5, undefined],
    ],
  ],
  [
    'id',
    'Rp 2,5 triliun, Rp. 750.000, US$ 4 miliar, 4 miliar dolar',
    [
      ['Rp 2,5 triliun', 2.5e12, 'IDR'],
      ['Rp. 750.000', 750_000, 'IDR'],
      ['US$ 4 miliar', 4e9, 'USD'],
      ['4 miliar dolar', 4e9, undefined],
    ],
  ],
  // Those of Russia or of Belarus.
  [
    'ru',
    '5 млрд рублей, 10 млн долларов США, 100 ₽',
    [
      ['5 млрд', 5e9, undefined],
      ['10 млн долларов США', 1e7, 'USD'],
      ['100 ₽', 100, 'RUB'],
    ],
  ],
  [
    'ko',
    '30억 달러, 1조 2000억 원, 100만 유로, 12명, 50%가',
    [
      ['30억 달러', 3e9, undefined],
      ['1조 2000억 원', 1.2e12, undefined],
      ['100만 유로', 1e6, 'EUR'],
      ['12', 12, undefined],
      ['50%', 50, '%'],
    ],
  ],
  [
    'ja',
    '3億円、30億ユーロ、約80人',
    [
      ['3億円', 3e8, 'JPY'],
      ['30億ユーロ', 3e9, 'EUR'],
      ['80', 80, undefined],
    ],
  ],
  // Crowns are not Icelandic because CLDR calls the Czech ones by another name.
  ['cs', '3 miliardy korun', [['3 miliardy korun', 3e9, undefined]]],
  [
    'pl',
    '3 mld zł, 2 miliardy złotych',
    [
      ['3 mld zł', 3e9, 'PLN'],
      ['2 miliardy złotych', 2e9, 'PLN'],
    ],
  ],
  // CLDR has “mille” for one thousand, without a figure.
  ['fr', '20 mille euros', [['20 mille euros', 20_000, 'EUR']]],
  ['it', '20 mila euro', [['20 mila euro', 20_000, 'EUR']]],
  // A space doesn't group in Spanish newspapers, but may.
  [
    'es',
    '30 000 €, 1 234 567 personas o 2 500 barcos',
    [
      ['30 000 €', 30_000, 'EUR'],
      ['1 234 567', 1_234_567, undefined],
      ['2 500', undefined, undefined],
    ],
  ],
  [
    'tr',
    '%20 ve 3 milyar',
    [
      ['%20', 20, '%'],
      ['3 milyar', 3e9, undefined],
    ],
  ],
])('sums have a unit where it is certain: %s %j', (language, text, expected) => {
  const found = findFigures(text, language, []);
  expect(found.map((figure) => [wordsAt(text)(figure), figure.value, figure.unit?.code])).toEqual(
    expected,
  );
});
